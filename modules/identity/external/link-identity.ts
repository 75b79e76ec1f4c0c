import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { type ExternalIdentityRow, insertIdentity, type Subject } from '../store/external-identities.ts'

/** Connects a sign-in to an account and tells its owner; null when it is connected to one already. */
export async function linkIdentity(
  deps: IdentityDeps,
  tx: Tx,
  accountId: string,
  subject: Subject,
  context: HandlerContext,
): Promise<ExternalIdentityRow | null> {
  const identity = { ...subject, id: newId(), account_id: accountId }
  const row = await insertIdentity(tx, identity, context.now())
  if (row === null) return null
  await announce(deps, tx, accountId, { change: 'added', identity: row }, context)
  return row
}

/** All that follows when what is connected to an account changed. */
export async function announce(
  deps: IdentityDeps,
  tx: Tx,
  account_id: string,
  { change, identity }: { readonly change: 'added' | 'removed'; readonly identity: ExternalIdentityRow },
  context: CallContext,
): Promise<void> {
  const payload = { account_id, factor: 'external' as const, change }
  await deps.outbox.add(tx, 'identity.factor-changed.v1', payload, { key: account_id })
  await deps.audit.record(tx, context, {
    action: change === 'added' ? 'authn_external_linked' : 'authn_external_unlinked',
    subject_type: 'account',
    subject_id: account_id,
    after: { identity_id: identity.id, provider: identity.provider },
  })
}
