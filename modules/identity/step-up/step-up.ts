import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { hasSecondFactor } from '../domain/second-factor.ts'
import { accountTries } from '../domain/try-policies.ts'
import { signedIn } from '../signed-in.ts'
import { findFactors } from '../store/factors.ts'
import { findPassword } from '../store/passwords.ts'
import { renewProof } from './renew-proof.ts'

/** Proves again who is there: by the password where the account has nothing better. */
export const stepUp =
  (deps: IdentityDeps): Handler<Identity, 'stepUp'> =>
  async (input, context) => {
    const session = signedIn(context)
    if (input.password === undefined) throw context.fail('IDENTITY_WRONG_CODE')
    if (hasSecondFactor(await findFactors(deps.db, session.id))) throw context.fail('IDENTITY_FACTOR_NEEDED')
    const name = `step-up:${session.id}`
    const taken = await deps.throttle.take(deps.db, name, accountTries, context.now())
    if (!taken.allowed) {
      throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds: taken.retryAfterSeconds })
    }
    const stored = await findPassword(deps.db, session.id)
    if (!(await deps.hasher.verify(stored?.hash ?? null, input.password))) {
      await deps.db.tx((tx) =>
        deps.audit.record(tx, context, {
          action: 'authn_step_up_fail',
          subject_type: 'account',
          subject_id: session.id,
          after: { method: 'password', tries: taken.tries },
        }),
      )
      throw context.fail('IDENTITY_WRONG_CREDENTIALS')
    }
    return deps.db.tx(async (tx) => {
      await deps.throttle.forget(tx, name)
      return renewProof(deps, tx, session, { method: 'password' }, context, context.now())
    })
  }
