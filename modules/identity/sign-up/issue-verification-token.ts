import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, ONE_TIME_TOKEN_MS } from '../domain/lifetimes.ts'
import { insertToken } from '../store/one-time-tokens.ts'
import { hasSignUp } from '../store/sign-ups.ts'

/** A token for the confirmation mail that is being written; null when there is nothing to confirm. */
export const issueVerificationToken =
  (deps: IdentityDeps): Handler<Identity, 'issueVerificationToken'> =>
  async (input, context) => {
    const { account_id } = input
    if (!(await hasSignUp(deps.db, account_id))) return { token: null }
    const now = context.now()
    const token = randomToken()
    await deps.db.tx(async (tx) => {
      await insertToken(
        tx,
        {
          hash: hashToken(token),
          purpose: 'verify_email',
          account_id: null,
          reference: account_id,
          expires_at: after(now, ONE_TIME_TOKEN_MS),
        },
        now,
      )
      await deps.audit.record(tx, context, {
        action: 'authn_token_created',
        subject_type: 'account',
        subject_id: account_id,
        after: { purpose: 'verify_email' },
      })
    })
    return { token }
  }
