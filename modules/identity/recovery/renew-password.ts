import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { hasSecondFactor } from '../domain/second-factor.ts'
import { accountName, typedName } from '../guessing/try-names.ts'
import { forgetDevices } from '../store/devices.ts'
import { dropEmailChanges } from '../store/email-changes.ts'
import { findFactors } from '../store/factors.ts'
import { voidCodes } from '../store/mailed-codes.ts'
import { voidTokens } from '../store/one-time-tokens.ts'
import { setPassword } from '../store/passwords.ts'
import { voidPendingSignIns } from '../store/pending-sign-ins.ts'
import type { CheckedPassword } from './check-new-password.ts'

type Renewed = {
  readonly account: { readonly id: string; readonly email: string; readonly username: string | null }
  readonly password: CheckedPassword
  readonly action: 'authn_password_change' | 'authn_password_reset'
  /** How it came to it. */
  readonly by: string
}

const lockingTokens = ['reset_password', 'staff_recovery', 'unlock_password', 'enrol_staff'] as const

/**
 * Sets a password and ends all that the old one, or whoever knew it, began: sign-ins that wait, remembered devices,
 * codes, links, a change of address. Sessions are for the caller to end. The owner is told by mail.
 * @throws IDENTITY_PASSWORD_TOO_SHORT when the factor it needs beside it is gone meanwhile
 */
export async function renewPassword(
  deps: IdentityDeps,
  tx: Tx,
  { account, password, action, by }: Renewed,
  context: CallContext & Pick<HandlerContext<'IDENTITY_PASSWORD_TOO_SHORT'>, 'fail' | 'now'>,
): Promise<void> {
  const { id } = account
  const now = context.now()
  if (password.short && !hasSecondFactor(await findFactors(tx, id))) {
    throw context.fail('IDENTITY_PASSWORD_TOO_SHORT')
  }
  await setPassword(tx, id, password.hash, now, password.short)
  await voidPendingSignIns(tx, id)
  await forgetDevices(tx, id, now)
  await voidCodes(tx, id, 'reset_otp')
  await voidCodes(tx, id, 'sign_in_code')
  for (const purpose of lockingTokens) await voidTokens(tx, purpose, id)
  await dropEmailChanges(tx, id, now)
  await deps.throttle.forget(tx, ...tryNamesOf(account))
  await deps.outbox.add(tx, 'identity.password-changed.v1', { account_id: id }, { key: id })
  await deps.audit.record(tx, context, {
    action,
    subject_type: 'account',
    subject_id: id,
    after: { by },
  })
}

function tryNamesOf({ id, email, username }: Renewed['account']): string[] {
  const typed = [typedName({ kind: 'email', value: email })]
  if (username !== null) typed.push(typedName({ kind: 'username', value: username.toLowerCase() }))
  return [accountName(id), ...typed]
}
