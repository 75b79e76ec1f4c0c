import type { LoaderFunctionArgs } from 'react-router'
import favicon from '../favicon.svg?url'
import { shopOf } from '../shop-context.ts'

/** The web app manifest: what the shop is called and looks like on a home screen. */
export function loader({ context }: LoaderFunctionArgs) {
  const { shop } = shopOf(context)
  const manifest = {
    name: shop.name,
    short_name: shop.name.slice(0, 12).trim(),
    description: shop.tagline,
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#fbfaf8',
    theme_color: '#1f5a45',
    icons: [{ src: favicon, sizes: 'any', type: 'image/svg+xml' }],
  }
  return new Response(JSON.stringify(manifest), {
    headers: {
      'Content-Type': 'application/manifest+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  })
}
