import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OauthDeps } from './deps.ts'
import { TICKET_MS } from './domain/lifetimes.ts'
import { writeTicket } from './sign-out-ticket.ts'

/** A ticket for the page that asks whether to sign out; where it leads was checked against the app before. */
export const issueSignOut =
  (deps: OauthDeps): Handler<Oauth, 'issueSignOut'> =>
  async ({ client_id, location }, context) => {
    const expires = context.now().getTime() + TICKET_MS
    return { ticket: await Promise.resolve(writeTicket(deps.ticketKey, { client_id, location, expires })) }
  }
