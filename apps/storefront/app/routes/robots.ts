import type { LoaderFunctionArgs } from 'react-router'
import { shopOf } from '../shop-context.ts'

/** robots.txt: the shop may be read, what belongs to one person need not be. */
export function loader({ context }: LoaderFunctionArgs) {
  const closed = [
    '/account',
    '/cart',
    '/checkout',
    '/oauth',
    '/orders',
    '/pay',
    '/preview',
    '/sign-in',
    '/sign-up',
    '/verify-email',
  ]
  const sitemap = new URL('/sitemap.xml', shopOf(context).shop.public_url).href
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${sitemap}`, '']
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
