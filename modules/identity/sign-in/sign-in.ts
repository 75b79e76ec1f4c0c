import type { IdentityDeps } from '../deps.ts'
import { isHigh } from '../domain/risk.ts'
import { confirmPassword, rehashPassword } from '../store/passwords.ts'
import { checkCredentials, type Credentials, type SignInContext } from './check-credentials.ts'
import { completeSignIn, type SignInResult } from './complete-sign-in.ts'
import type { SignInKind } from './sign-in-kind.ts'
import { judgeSignIn } from './judge-sign-in.ts'
import { recogniseDevice } from './recognise-device.ts'

/** Signs in by password: checks it, brings its hash up to date, and goes on with what the account asks for. */
export async function signIn(
  deps: IdentityDeps,
  credentials: Credentials,
  kind: SignInKind,
  context: SignInContext,
): Promise<SignInResult> {
  const attempt = await checkCredentials(deps, credentials, kind.audience, context)
  const { account, risk: before } = attempt
  const outdated = deps.hasher.isOutdated(account.hash)
  const freshHash = outdated ? await deps.hasher.hash(credentials.password) : null
  const rememberDevice = credentials.remember_device ?? false
  const now = context.now()
  return deps.db.tx(async (tx) => {
    if (!(await confirmPassword(tx, account.id, account.hash)))
      throw context.fail('IDENTITY_WRONG_CREDENTIALS')
    if (freshHash !== null) await rehashPassword(tx, account.id, account.hash, freshHash)
    const device = await recogniseDevice(deps, tx, account.id, kind, context)
    const risk = await judgeSignIn(deps, tx, { account, device, before }, context, now)
    const step = {
      account,
      kind,
      device,
      proof: 'password' as const,
      rememberDevice,
      risky: isHigh(risk),
      risk,
    }
    const result = await completeSignIn(deps, tx, step, context, now)
    // Last, because sign-ins from one network wait here for each other.
    await attempt.succeed(tx)
    return result
  })
}
