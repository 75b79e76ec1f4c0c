import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import { demandChallenge } from '../challenge/demand-challenge.ts'
import type { IdentityDeps } from '../deps.ts'
import type { Audience } from '../domain/roles.ts'
import { mailTries } from '../domain/try-policies.ts'
import { findRecoverable } from './find-recoverable.ts'
import { limitRecovery } from './limit-recovery.ts'

/** Asks for a mail with six digits. Known and unknown addresses are counted, recorded and answered alike. */
export const forgotPassword =
  (deps: IdentityDeps, audience: Audience): Handler<Identity, 'forgotPassword' | 'forgotStaffPassword'> =>
  async (input, context) => {
    const { email } = input
    await demandChallenge(deps, input, context)
    await limitRecovery(deps, context)
    const now = context.now()
    const taken = await deps.throttle.take(deps.db, `reset-mail:${audience}:${email}`, mailTries, now)
    if (!taken.allowed) {
      throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds: taken.retryAfterSeconds })
    }
    await deps.db.tx(async (tx) => {
      const account = await findRecoverable(tx, email, audience)
      if (account !== null) {
        const payload = { account_id: account.id, audience }
        await deps.outbox.add(tx, 'identity.password-reset-requested.v1', payload, { key: account.id })
      }
      await deps.audit.record(tx, context, {
        action: 'authn_password_reset_requested',
        subject_type: 'account',
        subject_id: account?.id ?? 'unknown',
        after: { audience },
      })
    })
    return { status: 'code_sent' }
  }
