import { type ActionFunctionArgs, redirect, redirectDocument } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { idsCookie } from '../lists/id-cookie.ts'
import { isSecure } from '../lists/list-answer.ts'
import { clientOf, shopOf } from '../shop-context.ts'

/** Ends the session at the server and in the browser. */
export async function action({ context }: ActionFunctionArgs) {
  const shop = shopOf(context)
  if (shop.shopper.kind === 'customer') {
    try {
      await clientOf(context).identity.logout({})
    } catch (error) {
      // A session that is over already is as good as ended.
      if (toClientError(error).status !== 401) throw error
    }
  }
  shop.endSession()
  const headers = new Headers()
  // Whoever sits down at this browser next need not know.
  for (const list of ['seen', 'compare'] as const)
    headers.append('Set-Cookie', idsCookie(list, [], isSecure(shop.shop)))
  return redirectDocument('/', { headers })
}

export function loader() {
  return redirect('/')
}
