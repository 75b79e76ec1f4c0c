import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { holdAccount } from '../store/accounts.ts'
import { findOwner } from '../store/external-identities.ts'
import type { ExternalSignInRow } from '../store/external-sign-ins.ts'
import { findSessionProof } from '../store/sessions.ts'
import { linkIdentity } from './link-identity.ts'
import type { ProvenSubject } from './prove-subject.ts'
import type { Provider } from './providers.ts'
import { recordRefusal } from './record-refusal.ts'
import { backToSecurity, backToSignIn } from './redirects.ts'

type Outcome = 'connected' | 'session' | 'taken'

/** Connects a sign-in of a provider to the account whose session asked for it, while that session lasts. */
export async function connectSubject(
  deps: IdentityDeps,
  provider: Provider,
  proven: ProvenSubject,
  begun: ExternalSignInRow,
  context: HandlerContext,
) {
  const profile = await proven.profile().catch(() => null)
  const subject = {
    provider: provider.id,
    issuer: provider.issuer,
    subject: proven.subject,
    email: profile?.email?.address.slice(0, 254) ?? null,
  }
  const { account_id, session_id, audience } = begun
  const outcome = await deps.db.tx(async (tx): Promise<Outcome> => {
    if (account_id === null || session_id === null) return 'session'
    if (!(await isStillThere(tx, account_id, session_id))) return 'session'
    if ((await linkIdentity(deps, tx, account_id, subject, context)) !== null) return 'connected'
    return (await findOwner(tx, subject))?.account_id === account_id ? 'connected' : 'taken'
  })
  if (outcome === 'connected') return backToSecurity(audience, { connected: provider.id })
  await recordRefusal(deps, { provider: provider.id, account_id, refused: outcome }, context)
  return outcome === 'taken'
    ? backToSecurity(audience, { problem: 'taken' })
    : backToSignIn(audience, 'expired')
}

async function isStillThere(tx: Tx, accountId: string, sessionId: string): Promise<boolean> {
  const account = await holdAccount(tx, accountId)
  if (account === null || account.locked_at !== null) return false
  return (await findSessionProof(tx, accountId, sessionId)) !== null
}
