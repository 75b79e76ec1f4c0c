import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { closeEmailChange } from '../store/email-changes.ts'
import { findChangeToken } from '../store/one-time-tokens.ts'

/** Stops a change of address, by the link in either mail; also by one that confirmed, while the other has not. */
export const cancelEmailChange =
  (deps: IdentityDeps): Handler<Identity, 'cancelEmailChange'> =>
  async (input, context) => {
    const now = context.now()
    await deps.db.tx(async (tx) => {
      const change = await findChangeToken(tx, hashToken(input.token), now)
      const closed = change === null ? null : await closeEmailChange(tx, change, now)
      if (closed === null) throw context.fail('IDENTITY_TOKEN_INVALID')
      await deps.audit.record(tx, context, {
        action: 'user_email_change_cancelled',
        subject_type: 'account',
        subject_id: closed.account_id,
      })
    })
    return { status: 'cancelled' }
  }
