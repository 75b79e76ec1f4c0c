import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { hasSecondFactor } from '../domain/second-factor.ts'
import { accountTries } from '../domain/try-policies.ts'
import { countFactorTry, recordWrongCode, spendCode, type TypedCode } from '../mfa/check-factor.ts'
import { type SignedIn, signedIn } from '../signed-in.ts'
import { findFactors } from '../store/factors.ts'
import { findPassword } from '../store/passwords.ts'
import { renewProof } from './renew-proof.ts'

type StepUpContext = Parameters<Handler<Identity, 'stepUp'>>[1]

/** Proves again who is there: by a code where the account has a second factor, else by the password. */
export const stepUp =
  (deps: IdentityDeps): Handler<Identity, 'stepUp'> =>
  async (input, context) => {
    const session = signedIn(context)
    if (input.password !== undefined) return byPassword(deps, session, input.password, context)
    return input.code === undefined
      ? byCode(deps, session, { method: 'backup_code', code: input.backup_code ?? '' }, context)
      : byCode(deps, session, { method: 'totp', code: input.code }, context)
  }

async function byCode(deps: IdentityDeps, session: SignedIn, typed: TypedCode, context: StepUpContext) {
  const tries = await countFactorTry(deps, session.id, context)
  const renewed = await deps.db.tx(async (tx) => {
    if (!(await spendCode(deps, tx, session.id, typed, context.now()))) return null
    return renewProof(deps, tx, session, { method: typed.method }, context, context.now())
  })
  if (renewed !== null) return renewed
  const failed = { action: 'authn_step_up_fail', method: typed.method, tries }
  await recordWrongCode(deps, session.id, failed, context)
  throw context.fail('IDENTITY_WRONG_CODE')
}

async function byPassword(deps: IdentityDeps, session: SignedIn, password: string, context: StepUpContext) {
  if (hasSecondFactor(await findFactors(deps.db, session.id))) throw context.fail('IDENTITY_FACTOR_NEEDED')
  const name = `step-up:${session.id}`
  const taken = await deps.throttle.take(deps.db, name, accountTries, context.now())
  if (!taken.allowed) {
    throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds: taken.retryAfterSeconds })
  }
  const stored = await findPassword(deps.db, session.id)
  if (!(await deps.hasher.verify(stored?.hash ?? null, password))) {
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
