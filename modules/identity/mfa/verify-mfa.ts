import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { audienceOf } from '../domain/roles.ts'
import type { FactorMethod } from '../domain/second-factor.ts'
import { hashCode } from '../mail/issue-code.ts'
import { beginSession } from '../sign-in/begin-session.ts'
import { recogniseDevice } from '../sign-in/recognise-device.ts'
import { finalAnswer } from '../sign-in/sign-in-answer.ts'
import { findAccount } from '../store/accounts.ts'
import { takeCodeTry, useCode } from '../store/mailed-codes.ts'
import { findPendingSignIn, type PendingSignIn, usePendingSignIn } from '../store/pending-sign-ins.ts'
import { countFactorTry, recordWrongCode, spendCode } from './check-factor.ts'

type MfaContext = HandlerContext<
  'IDENTITY_WRONG_CODE' | 'IDENTITY_FACTOR_LOCKED' | 'IDENTITY_SIGN_IN_EXPIRED'
>
type Typed = { readonly method: Exclude<FactorMethod, 'passkey'>; readonly code: string }

/** The second step of signing in: spends the code and the sign-in that waits for it together, each once. */
export const verifyMfa =
  (deps: IdentityDeps): Handler<Identity, 'verifyMfa'> =>
  async (input, context) => {
    const hash = hashToken(input.mfa_token)
    const pending = await findPendingSignIn(deps.db, hash, context.now())
    if (pending === null) throw context.fail('IDENTITY_SIGN_IN_EXPIRED')
    const typed = typedCode(input)
    const tries = await countTry(deps, pending, typed, context)
    const result = await deps.db.tx(async (tx) => {
      if (!pending.methods.includes(typed.method)) return null
      if (!(await spend(deps, tx, pending, typed, context.now()))) return null
      if ((await usePendingSignIn(tx, hash, context.now())) === null)
        throw context.fail('IDENTITY_SIGN_IN_EXPIRED')
      return begin(deps, tx, pending, typed, input.remember_device ?? pending.remember_device, context)
    })
    if (result === null) {
      const failed = { action: 'authn_login_fail', method: typed.method, tries }
      await recordWrongCode(deps, pending.account_id, failed, context)
      throw context.fail('IDENTITY_WRONG_CODE')
    }
    return finalAnswer(deps, result, pending, context)
  }

function typedCode(input: {
  readonly code?: string | undefined
  readonly backup_code?: string | undefined
  readonly email_code?: string | undefined
}): Typed {
  if (input.code !== undefined) return { method: 'totp', code: input.code }
  if (input.backup_code !== undefined) return { method: 'backup_code', code: input.backup_code }
  return { method: 'email_code', code: input.email_code ?? '' }
}

async function countTry(
  deps: IdentityDeps,
  { account_id }: PendingSignIn,
  { method }: Typed,
  context: MfaContext,
): Promise<number> {
  if (method !== 'email_code') return countFactorTry(deps, account_id, context)
  if (await takeCodeTry(deps.db, account_id, 'sign_in_code', context.now())) return 1
  await recordWrongCode(deps, account_id, { action: 'authn_login_fail_max', method, tries: 0 }, context)
  throw context.fail('IDENTITY_WRONG_CODE')
}

async function spend(
  deps: IdentityDeps,
  tx: Tx,
  { id, account_id }: PendingSignIn,
  typed: Typed,
  now: Date,
): Promise<boolean> {
  const { method, code } = typed
  if (method !== 'email_code') return spendCode(deps, tx, account_id, { method, code }, now)
  const mailed = { account_id, purpose: 'sign_in_code' as const, reference: id }
  return useCode(tx, mailed, hashCode(deps, mailed, code), now)
}

async function begin(
  deps: IdentityDeps,
  tx: Tx,
  pending: PendingSignIn,
  { method }: Typed,
  remember: boolean,
  context: MfaContext,
) {
  const now = context.now()
  const account = await findAccount(tx, pending.account_id)
  // Locked, or moved to the other side of the house, since the first step.
  if (account === null || account.locked_at !== null || audienceOf(account.role) !== pending.audience)
    throw context.fail('IDENTITY_SIGN_IN_EXPIRED')
  const kind = { scheme: pending.scheme, audience: pending.audience }
  const byFactor = method !== 'email_code'
  return beginSession(
    deps,
    tx,
    {
      account,
      kind,
      device: await recogniseDevice(deps, tx, account.id, kind, context),
      method: `${pending.proof}+${method}`,
      rememberDevice: remember && byFactor,
      authenticatedAt: now,
      secondFactorAt: byFactor ? now : null,
      score: pending.risk,
    },
    context,
    now,
  )
}
