import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { accountTries } from '../domain/try-policies.ts'
import { announceSessionsChanged } from '../sessions/announce.ts'
import { signedIn } from '../signed-in.ts'
import { findAccount } from '../store/accounts.ts'
import { findPassword } from '../store/passwords.ts'
import { endOtherSessions } from '../store/sessions.ts'
import { checkNewPassword } from './check-new-password.ts'
import { renewPassword } from './renew-password.ts'

/** Sets another password for whoever is signed in and proved it lately. This session stays, all others end. */
export const changePassword =
  (deps: IdentityDeps): Handler<Identity, 'changePassword'> =>
  async (input, context) => {
    const { id, session_id } = signedIn(context)
    const account = await findAccount(deps.db, id)
    if (account === null) throw context.fail('UNAUTHENTICATED')
    if (input.current_password !== undefined) {
      await checkCurrentPassword(deps, id, input.current_password, context)
    }
    const password = await checkNewPassword(deps, account, input.new_password, true, context)
    const now = context.now()
    await deps.db.tx(async (tx) => {
      const ended = await endOtherSessions(tx, id, session_id, 'password_changed', now)
      if (ended > 0) {
        await announceSessionsChanged(deps, tx)
        await deps.outbox.add(tx, 'identity.sessions-ended.v1', { account_id: id }, { key: id })
      }
      await renewPassword(
        deps,
        tx,
        { account, password, action: 'authn_password_change', by: 'owner' },
        context,
      )
    })
    return { status: 'password_changed' }
  }

/** @throws IDENTITY_WRONG_CREDENTIALS, IDENTITY_TOO_MANY_TRIES */
async function checkCurrentPassword(
  deps: IdentityDeps,
  accountId: string,
  typed: string,
  context: HandlerContext<'IDENTITY_WRONG_CREDENTIALS' | 'IDENTITY_TOO_MANY_TRIES'>,
): Promise<void> {
  const name = `change-password:${accountId}`
  const taken = await deps.throttle.take(deps.db, name, accountTries, context.now())
  if (!taken.allowed) {
    throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds: taken.retryAfterSeconds })
  }
  const stored = await findPassword(deps.db, accountId)
  if (await deps.hasher.verify(stored?.hash ?? null, typed)) return deps.throttle.forget(deps.db, name)
  await deps.db.tx((tx) =>
    deps.audit.record(tx, context, {
      action: 'authn_password_change_fail',
      subject_type: 'account',
      subject_id: accountId,
      after: { tries: taken.tries },
    }),
  )
  throw context.fail('IDENTITY_WRONG_CREDENTIALS')
}
