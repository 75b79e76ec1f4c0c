import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { type Audience, audienceOf } from '../domain/roles.ts'
import { endEverySession } from '../sessions/end-every-session.ts'
import { useToken } from '../store/one-time-tokens.ts'
import { findRecovery, type RecoveryRow, takeTokenTry } from '../store/recoveries.ts'
import { type CheckedPassword, checkNewPassword } from './check-new-password.ts'
import { limitRecovery } from './limit-recovery.ts'
import { renewPassword } from './renew-password.ts'

/** What a reset fails with, whoever it is for. */
export type ResetContext = HandlerContext<
  | 'IDENTITY_TOKEN_INVALID'
  | 'IDENTITY_BIRTH_DATE_WRONG'
  | 'IDENTITY_PASSWORD_TOO_COMMON'
  | 'IDENTITY_PASSWORD_TOO_SHORT'
  | 'IDENTITY_TOO_MANY_TRIES'
>

type ResetInput = {
  readonly reset_token: string
  readonly new_password: string
  readonly date_of_birth?: string | undefined
}

/** Sets a customer's password by the token that the mailed code was exchanged for. Nobody is signed in by it. */
export const resetPassword =
  (deps: IdentityDeps): Handler<Identity, 'resetPassword'> =>
  async (input, context) => {
    const recovery = await openReset(deps, input, 'shop', context)
    const password = await checkNewPassword(deps, recovery, input.new_password, true, context)
    await writeReset(deps, input.reset_token, recovery, password, context)
    return { status: 'password_reset' }
  }

/**
 * The account that a token resets, once the date of birth is right that it asks for. @throws IDENTITY_TOKEN_INVALID,
 * IDENTITY_BIRTH_DATE_WRONG
 */
export async function openReset(
  deps: IdentityDeps,
  input: ResetInput,
  audience: Audience,
  context: ResetContext,
): Promise<RecoveryRow> {
  await limitRecovery(deps, context)
  const hash = hashToken(input.reset_token)
  const recovery = await findRecovery(deps.db, hash, 'reset_password', context.now())
  if (recovery === null || audienceOf(recovery.role) !== audience)
    throw context.fail('IDENTITY_TOKEN_INVALID')
  if (recovery.date_of_birth === null) return recovery
  // Nothing was guessed: whoever leaves it out is asked for it.
  if (input.date_of_birth === undefined) throw context.fail('IDENTITY_BIRTH_DATE_WRONG')
  if (!(await takeTokenTry(deps.db, hash, 'reset_password', context.now()))) {
    throw context.fail('IDENTITY_TOKEN_INVALID')
  }
  if (input.date_of_birth !== recovery.date_of_birth) {
    await recordFailedReset(deps, recovery.id, 'date_of_birth', context)
    throw context.fail('IDENTITY_BIRTH_DATE_WRONG')
  }
  return recovery
}

/** Leaves the trace of a reset that went wrong. */
async function recordFailedReset(
  deps: IdentityDeps,
  accountId: string,
  reason: string,
  context: ResetContext,
): Promise<void> {
  await deps.db.tx((tx) =>
    deps.audit.record(tx, context, {
      action: 'authn_password_reset_fail',
      subject_type: 'account',
      subject_id: accountId,
      after: { reason },
    }),
  )
}

/**
 * Uses the token up, sets the password and ends every session in every process. `prove` runs in the same transaction
 * and fails it where more is asked for. @throws IDENTITY_TOKEN_INVALID
 */
export async function writeReset(
  deps: IdentityDeps,
  token: string,
  account: RecoveryRow,
  password: CheckedPassword,
  context: ResetContext,
  prove: (tx: Tx) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const now = context.now()
  await deps.db.tx(async (tx) => {
    const used = await useToken(tx, hashToken(token), 'reset_password', now)
    if (used?.account_id !== account.id) throw context.fail('IDENTITY_TOKEN_INVALID')
    await prove(tx)
    await endEverySession(deps, tx, account.id, 'password_reset', now)
    await renewPassword(deps, tx, { account, password, action: 'authn_password_reset', by: 'code' }, context)
  })
}
