import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import type { Identifier } from '../domain/identifier.ts'
import { accountTries, MAX_WRONG_PASSWORDS } from '../domain/try-policies.ts'
import { requestMail } from '../request-mail.ts'
import type { LoginRow } from '../store/accounts.ts'
import { countWrongPassword } from '../store/passwords.ts'
import type { Attempt } from './open-attempt.ts'

type WrongTry = {
  readonly attempt: Attempt
  readonly identifier: Identifier
  /** Whether the password was looked at and was not that of the account. */
  readonly wrongPassword: boolean
  /** Whoever knows the password of an account whose address waits for confirmation gets a fresh mail. */
  readonly remind: boolean
}

/** Writes down a try that failed; the hundredth wrong password in a row disables the password, and nothing else. */
export async function recordWrongTry(
  deps: IdentityDeps,
  wrong: WrongTry,
  context: CallContext,
  now: Date,
): Promise<void> {
  const { attempt, identifier } = wrong
  const { account, tries, risk, knownDevice } = attempt
  await deps.db.tx(async (tx) => {
    if (account !== null && wrong.remind) {
      await requestMail(deps, tx, 'identity.verification-requested.v1', account, now)
    }
    // Strangers may measure how long it takes: an id that nobody has costs the same statement.
    const disabled =
      wrong.wrongPassword && (await countWrongPassword(tx, account?.id ?? newId(), MAX_WRONG_PASSWORDS, now))
    if (disabled && account !== null) await announceDisabled(deps, tx, account, context)
    await deps.audit.record(tx, context, {
      action: tries < accountTries.free ? 'authn_login_fail' : 'authn_login_fail_max',
      subject_type: 'account',
      subject_id: account?.id ?? 'unknown',
      after: { tries, by: identifier.kind, known_device: knownDevice, risk },
    })
  })
}

async function announceDisabled(
  deps: IdentityDeps,
  tx: Tx,
  account: LoginRow,
  context: CallContext,
): Promise<void> {
  await deps.outbox.add(tx, 'identity.password-disabled.v1', { account_id: account.id }, { key: account.id })
  await deps.audit.record(tx, context, {
    action: 'authn_login_lock',
    subject_type: 'account',
    subject_id: account.id,
    after: { reason: 'guessed', failures: MAX_WRONG_PASSWORDS },
  })
}
