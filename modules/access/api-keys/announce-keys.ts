import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { ApiKeysDeps } from './api-keys-deps.ts'

/** The channel on which processes tell each other that keys are not what they were. */
export const KEYS_CHANNEL = 'access_api_keys'

/**
 * Makes every process forget what it knows of keys once this transaction is committed: this one at once, the others as
 * soon as they hear it, and within a second where they do not.
 */
export async function announceKeysChanged(deps: ApiKeysDeps, tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_notify(${KEYS_CHANNEL}, '')`)
  tx.afterCommit(deps.knownKeys.clear)
}
