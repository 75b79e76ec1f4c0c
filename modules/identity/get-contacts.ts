import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from './deps.ts'
import { audienceOf } from './domain/roles.ts'
import { findContacts } from './store/accounts.ts'

/** Names and addresses of accounts; unknown ids are left out. */
export const getContacts =
  (deps: IdentityDeps): Handler<Identity, 'getContacts'> =>
  async (input) => {
    const contacts = await findContacts(deps.db, input.account_ids)
    return { contacts: contacts.map(({ role, ...contact }) => ({ ...contact, audience: audienceOf(role) })) }
  }
