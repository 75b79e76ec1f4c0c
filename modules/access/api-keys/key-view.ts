import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { keyStatus } from '../domain/key-status.ts'
import type { ApiKeyRow } from '../store/api-keys.ts'

/** A key as its owner sees it, without what opens anything. */
export function keyView(
  { replaced_at, revoked_at, permissions, networks, ...row }: ApiKeyRow,
  now: Date,
): OutputOf<Access, 'listApiKeys'>['items'][number] {
  return {
    ...row,
    permissions: [...permissions],
    networks: [...networks],
    status: keyStatus({ replaced_at, revoked_at, expires_at: row.expires_at }, now),
  }
}
