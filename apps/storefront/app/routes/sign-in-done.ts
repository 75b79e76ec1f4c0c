import { type LoaderFunctionArgs, redirect } from 'react-router'
import { localPath } from '../local-path.ts'
import { clientOf, shopOf } from '../shop-context.ts'

/** The first step with the new session: what was put into the cart before signing in comes along. */
export async function loader({ context, url }: LoaderFunctionArgs) {
  if (shopOf(context).shopper.kind === 'customer') await clientOf(context).cart.mergeCart({})
  return redirect(localPath(url.searchParams.get('next'), '/account'))
}
