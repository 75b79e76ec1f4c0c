import type { Tx } from '@rampart/platform/db/db.ts'
import { appendLinks, findHead, listWaiting, lockChain, type NewLink } from '../store/chain.ts'
import type { AuditKeys } from './keys.ts'
import { arrivalMac, GENESIS, linkHash, linkMac, sameBytes } from './link-hash.ts'

/** Entries chained by one transaction. */
export const BATCH = 2_000

export type Sealed = {
  readonly sealed: number
  /** Entries that are not what arrived, or gone: they stay outside the chain, where verifying finds them. */
  readonly refused: readonly string[]
  /** The last one looked at, sealed or not; null when none waited. */
  readonly last: string | null
}

/**
 * Chains the entries that wait, oldest first, at most a batch, those after the one with the id `after`. Whoever else
 * chains waits until this is committed.
 */
export async function sealEntries(tx: Tx, keys: AuditKeys, after?: string): Promise<Sealed> {
  await lockChain(tx)
  const head = await findHead(tx)
  let position = head?.position ?? 0
  let previous = head?.hash ?? GENESIS
  const links: NewLink[] = []
  const refused: string[] = []
  const waiting = await listWaiting(tx, BATCH, after)
  for (const { entry_id, mac, entry } of waiting) {
    if (entry === null || !sameBytes(mac, arrivalMac(keys.arrival, entry))) {
      refused.push(entry_id)
      continue
    }
    position += 1
    const hash = linkHash(position, previous, entry)
    links.push({ position, entry_id, hash, mac: linkMac(keys.chain, hash) })
    previous = hash
  }
  if (links.length > 0) await appendLinks(tx, links)
  return { sealed: links.length, refused, last: waiting.at(-1)?.entry_id ?? null }
}
