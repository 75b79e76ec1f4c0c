import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OauthDeps } from './deps.ts'
import { policySource } from './domain/redirect-uri.ts'
import { readTicket } from './sign-out-ticket.ts'
import { findClientRow } from './store/clients.ts'

/** Which app asks to sign out, and where people go afterwards. */
export const readSignOut =
  (deps: OauthDeps): Handler<Oauth, 'readSignOut'> =>
  async (input, context) => {
    const ticket = readTicket(deps.ticketKey, input.ticket, context.now())
    if (ticket === null) throw context.fail('NOT_FOUND')
    const client = ticket.client_id === null ? null : await findClientRow(deps.db, ticket.client_id)
    const location = client === null ? null : ticket.location
    return {
      client_name: client?.name ?? null,
      location,
      redirect_source: location === null ? null : policySource(location),
    }
  }
