import { data, redirect, redirectDocument } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'
import { needed, pageError } from '../page-errors.ts'
import type { SecurityScope } from './security-scope.ts'

/** Where the customer is signed in. */
export async function loadSessions(client: PublicClient) {
  return (await client.identity.listSessions({})).items
}

/** Ends one session, all others, or every one. */
export async function sessionsAction(verb: string, form: FormData, scope: SecurityScope) {
  const { client, shop, url } = scope
  switch (verb) {
    case 'end':
      await endOne(String(form.get('session_id') ?? ''), scope)
      return redirect('/account/security?ended=one#sessions')
    case 'end-others':
      await needed(client.identity.endOtherSessions({}), url)
      return redirect('/account/security?ended=others#sessions')
    case 'end-all':
      await needed(client.identity.logoutAll({}), url)
      shop.endSession()
      return redirectDocument('/sign-in')
    default:
      throw data(null, { status: 400 })
  }
}

async function endOne(session_id: string, { client, url }: SecurityScope): Promise<void> {
  try {
    await client.identity.endSession({ session_id })
  } catch (error) {
    // It is over already, which is what was wanted.
    if (toClientError(error).status !== 404) throw pageError(error, url)
  }
}
