import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { markVerified } from '../store/accounts.ts'
import { useToken, voidTokens } from '../store/one-time-tokens.ts'
import { keepUsername } from '../store/usernames.ts'

/** Confirms an e-mail address. A token works once. */
export const verifyEmail =
  (deps: IdentityDeps): Handler<Identity, 'verifyEmail'> =>
  async (input, context) => {
    const now = context.now()
    await deps.db.tx(async (tx) => {
      const token = await useToken(tx, hashToken(input.token), 'verify_email', now)
      const accountId = token?.account_id ?? null
      if (accountId === null) throw context.fail('IDENTITY_TOKEN_INVALID')
      if (!(await markVerified(tx, accountId, now))) throw context.fail('IDENTITY_TOKEN_INVALID')
      await keepUsername(tx, accountId)
      await voidTokens(tx, 'verify_email', accountId)
      await deps.outbox.add(tx, 'identity.email-verified.v1', { account_id: accountId }, { key: accountId })
      await deps.audit.record(tx, context, {
        action: 'user_updated',
        subject_type: 'account',
        subject_id: accountId,
        before: { email_verified: false },
        after: { email_verified: true },
      })
    })
    return { status: 'verified' }
  }
