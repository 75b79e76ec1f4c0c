import type { KeyObject } from 'node:crypto'
import { keyring } from '@rampart/platform/crypto/keys.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { auditKeys } from '../chain/keys.ts'
import { GENESIS, linkHash, linkMac } from '../chain/link-hash.ts'
import { signStatement } from '../checkpoints/statement.ts'
import type { LinkedEntry } from '../store/chain.ts'
import type { EntryRow } from '../store/entries.ts'
import type { StatementRow } from '../store/statements.ts'
import { checkCopies } from '../verify/check-copies.ts'
import { checkLinks } from '../verify/check-links.ts'
import { readTestimony } from '../verify/check-statements.ts'
import { firstOf, type Problem } from '../verify/problem.ts'

/** A log in memory: what the database holds of the chain, and the file beside it. */
export type SealedLog = { links: LinkedEntry[]; lines: string[]; rows: StatementRow[] }

export const keys = auditKeys(keyring(Buffer.alloc(32, 7)))
export const strangers = auditKeys(keyring(Buffer.alloc(32, 8)))

/** An entry like those that modules record. */
export function sampleEntry(number: number, over: Partial<EntryRow> = {}): EntryRow {
  return {
    id: newId(),
    action: number % 3 === 0 ? 'orders.cancelled' : 'catalog.product-updated',
    subject_type: 'order',
    subject_id: `subject-${String(number)}`,
    before: { status: 'paid', total_minor: number },
    after: { status: 'cancelled', lines: [1, 2, { sku: `SKU-${String(number)}` }] },
    actor_kind: 'staff',
    actor_id: '019a1b2c-0000-7000-8000-000000000001',
    actor_role: 'admin',
    caller: 'edge',
    request_id: `req-${String(number)}`,
    ip: '203.0.113.5',
    user_agent: 'Mozilla/5.0',
    occurred_at: new Date(1_770_000_000_000 + number * 1_000).toISOString(),
    ...over,
  }
}

/** Chains entries anew from a position on, with these keys. */
export function rehash(links: readonly LinkedEntry[], from: number, key: KeyObject): LinkedEntry[] {
  const out: LinkedEntry[] = []
  for (const link of links) {
    const previous = out.at(-1)?.hash ?? GENESIS
    if (link.position < from || link.entry === null) out.push(link)
    else {
      const hash = linkHash(link.position, previous, link.entry)
      out.push({ ...link, hash, mac: linkMac(key, hash) })
    }
  }
  return out
}

/** A chain of entries with a checkpoint every so many, the last at its end. */
export function sealedLog(size: number, everySo: number): SealedLog {
  const unhashed = Array.from({ length: size }, (_, index) => {
    const entry = sampleEntry(index)
    return { position: index + 1, entry_id: entry.id, hash: GENESIS, mac: GENESIS, entry }
  })
  const links = rehash(unhashed, 1, keys.chain)
  const lines: string[] = []
  for (const { position, hash } of links) {
    if (position % everySo !== 0 && position !== size) continue
    const last = lines.at(-1)
    const made = signStatement(
      keys.checkpoints,
      {
        kind: 'checkpoint',
        position,
        hash: hash.toString('hex'),
        count: position,
        at: '2026-02-03T04:05:06.000Z',
      },
      last === undefined ? null : { number: lines.length, line: last },
    )
    lines.push(made.line)
  }
  return { links, lines, rows: lines.map((line, index) => ({ number: index + 1, line })) }
}

/** What verifying finds first; null when all is as it was. */
export function firstProblem({ links, lines, rows }: SealedLog): Problem | null {
  const all = [...lines, ...rows.slice(lines.length).map((row) => row.line)]
  const testimony = readTestimony(all, keys.checkpoints)
  const check = checkLinks(keys.chain, testimony)
  let first: Problem | null = null
  for (const link of links) first ??= check.take(link)
  first ??= check.end()
  return firstOf([first, testimony.problem ?? checkCopies(lines, rows, false)])
}
