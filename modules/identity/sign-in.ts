import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { checkCredentials, type Credentials, type SignInContext } from './check-credentials.ts'
import type { IdentityDeps } from './deps.ts'
import type { Audience } from './domain/roles.ts'
import { openSession, type OpenedSession } from './open-session.ts'
import type { AccountRow } from './store/accounts.ts'
import { rehashPassword } from './store/passwords.ts'
import { endSession } from './store/sessions.ts'

type SignInKind = { readonly scheme: 'browser' | 'program'; readonly audience: Audience }

/** Checks credentials and opens a session. A browser that was signed in there is signed out of its old session. */
export async function signIn(
  deps: IdentityDeps,
  credentials: Credentials,
  kind: SignInKind,
  context: SignInContext,
): Promise<{ readonly account: AccountRow; readonly session: OpenedSession }> {
  const account = await checkCredentials(deps, credentials, kind.audience, context)
  const outdated = deps.hasher.isOutdated(account.hash)
  const freshHash = outdated ? await deps.hasher.hash(credentials.password) : null
  const now = context.now()
  const session = await deps.db.tx(async (tx) => {
    if (freshHash !== null) await rehashPassword(tx, account.id, account.hash, freshHash)
    if (kind.scheme === 'browser') await endOldSession(deps, tx, kind.audience, context, now)
    const opened = await openSession(tx, account, kind, context, now)
    await deps.audit.record(tx, context, {
      action: 'authn_login_success',
      subject_type: 'account',
      subject_id: account.id,
      after: { session_id: opened.id, ...kind },
    })
    return opened
  })
  return { account, session }
}

async function endOldSession(
  deps: IdentityDeps,
  tx: Tx,
  audience: Audience,
  { principal }: CallContext,
  now: Date,
): Promise<void> {
  if (principal.kind !== (audience === 'shop' ? 'customer' : 'staff')) return
  await endSession(tx, principal.id, principal.session_id, 'signed_in_again', now)
  tx.afterCommit(deps.sessions.clear)
}
