import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { findPerson } from '../store/person.ts'

/** What is known of somebody who has an account. Nothing that opens it. */
export const exportPersonalData =
  (deps: IdentityDeps): Handler<Identity, 'exportPersonalData'> =>
  async ({ account_id }) => {
    const person = await findPerson(deps.db, account_id)
    if (person === null) return { sections: [] }
    return {
      sections: [
        { name: 'profile', data: person.profile },
        { name: 'sign-in', data: person.sign_in },
        { name: 'sessions', data: person.sessions },
      ],
    }
  }
