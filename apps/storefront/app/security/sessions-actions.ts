import { data, redirectDocument } from 'react-router'
import { needed } from '../page-errors.ts'
import type { SecurityScope } from './security-scope.ts'

/** Ends every session of the customer, this one too. */
export async function sessionsAction(verb: string, _form: FormData, { client, shop, url }: SecurityScope) {
  if (verb !== 'end-all') throw data(null, { status: 400 })
  await needed(client.identity.logoutAll({}), url)
  shop.endSession()
  return redirectDocument('/sign-in')
}
