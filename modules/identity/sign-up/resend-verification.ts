import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import { demandChallenge } from '../challenge/demand-challenge.ts'
import type { IdentityDeps } from '../deps.ts'
import { mailTries } from '../domain/try-policies.ts'
import { limitNetwork } from '../limit-network.ts'
import { mailTryName } from '../request-mail.ts'
import { findNewestSignUp } from '../store/sign-ups.ts'

/** Asks for a fresh confirmation mail. Known and unknown addresses are counted, recorded and answered alike. */
export const resendVerification =
  (deps: IdentityDeps): Handler<Identity, 'resendVerification'> =>
  async (input, context) => {
    await demandChallenge(deps, input, context)
    await limitNetwork(deps, context)
    const taken = await deps.throttle.take(deps.db, mailTryName(input.email), mailTries, context.now())
    if (!taken.allowed) {
      throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds: taken.retryAfterSeconds })
    }
    await deps.db.tx(async (tx) => {
      const signUp = await findNewestSignUp(tx, input.email)
      if (signUp !== null) {
        const payload = { account_id: signUp.id }
        await deps.outbox.add(tx, 'identity.verification-requested.v1', payload, { key: signUp.id })
      }
      await deps.audit.record(tx, context, {
        action: 'user_verification_requested',
        subject_type: 'account',
        subject_id: signUp?.id ?? 'unknown',
      })
    })
    return { status: 'verification_sent' }
  }
