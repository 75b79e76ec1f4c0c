import type { IdentityDeps } from '../deps.ts'
import type { ExternalIdentityRow } from '../store/external-identities.ts'

/** A connected sign-in as its owner sees it, also where its provider is not set up any more. */
export function identityView({ providers }: Pick<IdentityDeps, 'providers'>, row: ExternalIdentityRow) {
  const { id, provider, email, linked_at, last_used_at } = row
  return { id, provider, label: providers.get(provider)?.label ?? provider, email, linked_at, last_used_at }
}
