import { redirect, type LoaderFunctionArgs } from 'react-router'
import { shopOf } from '../shop-context.ts'

/** The signed-in customer; anybody else is sent to sign in and comes back afterwards. */
export function requireCustomer({ context, url }: Pick<LoaderFunctionArgs, 'context' | 'url'>) {
  const { shopper } = shopOf(context)
  if (shopper.kind === 'guest')
    throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
  return shopper
}
