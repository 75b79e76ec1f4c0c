import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { insertAccount } from '../store/accounts.ts'
import { dropSignUps } from '../store/sign-ups.ts'
import { actingStaff, mayGive } from './change-user.ts'
import { userView } from './user-view.ts'

/** Makes a staff account that has no password until its owner follows the mailed link. */
export const inviteStaff =
  (deps: IdentityDeps): Handler<Identity, 'inviteStaff'> =>
  async (input, context) => {
    const actor = actingStaff(context)
    if (!mayGive(actor, input.role)) throw context.fail('IDENTITY_OUTRANKED')
    const id = newId()
    const { email, full_name, role, language = 'en' } = input
    await deps.db.tx(async (tx) => {
      await dropSignUps(tx, email)
      const account = {
        id,
        email,
        full_name,
        role,
        language,
        username: null,
        date_of_birth: null,
        verified: true,
      }
      if (!(await insertAccount(tx, account, context.now()))) throw context.fail('IDENTITY_EMAIL_TAKEN')
      await deps.outbox.add(tx, 'identity.staff-invited.v1', { account_id: id }, { key: id })
      await deps.audit.record(tx, context, {
        action: 'user_created',
        subject_type: 'account',
        subject_id: id,
        after: { role, invited: true },
      })
    })
    return userView(deps, context, id)
  }
