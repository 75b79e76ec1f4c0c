import { type LoaderFunctionArgs, redirect } from 'react-router'
import { idsCookie, readIds } from '../lists/id-cookie.ts'
import { isSecure } from '../lists/list-answer.ts'
import { localPath } from '../local-path.ts'
import { readCurrency } from '../preferences.ts'
import { chooseCurrency } from '../prices/choose-currency.ts'
import { clientOf, shopOf } from '../shop-context.ts'

/** The first step with the new session: what was put into the cart or wished for before signing in comes along. */
export async function loader({ request, context, url }: LoaderFunctionArgs) {
  const next = localPath(url.searchParams.get('next'), '/account')
  const { shopper, shop } = shopOf(context)
  if (shopper.kind !== 'customer') return redirect(next)
  const { cart, customers } = clientOf(context)
  await cart.mergeCart({})
  const currency = readCurrency(request, shop.currencies)
  if (currency !== undefined) await chooseCurrency({ cart }, currency)
  const product_ids = readIds(request, 'wishlist')
  if (product_ids.length === 0) return redirect(next)
  await customers.mergeWishlist({ product_ids })
  return redirect(next, { headers: { 'Set-Cookie': idsCookie('wishlist', [], isSecure(shop)) } })
}
