import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { voidTokens } from '../store/one-time-tokens.ts'
import { changeUser } from './change-user.ts'

/** Mails a fresh link to somebody who was invited; links before it stop working. */
export const resendInvitation =
  (deps: IdentityDeps): Handler<Identity, 'resendInvitation'> =>
  async ({ user_id }, context) => {
    await changeUser(deps, context, user_id, async (tx, user) => {
      if (user.has_password || user.role === 'customer') throw context.fail('IDENTITY_NOT_INVITED')
      await voidTokens(tx, 'enrol_staff', user.id)
      await deps.outbox.add(tx, 'identity.staff-invited.v1', { account_id: user.id }, { key: user.id })
      await deps.audit.record(tx, context, {
        action: 'user_invited_again',
        subject_type: 'account',
        subject_id: user.id,
      })
    })
    return null
  }
