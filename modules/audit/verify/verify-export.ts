import type { KeyObject } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import { linkHash, linkMac, sameBytes } from '../chain/link-hash.ts'
import { readLines } from '../checkpoints/checkpoint-file.ts'
import type { AuditDeps } from '../deps.ts'
import { ExportLine } from '../search/export-line.ts'
import { readTestimony } from './check-statements.ts'

type Report = OutputOf<Audit, 'verifyExport'>

/** Checks a JSONL file of entries by itself: each line, that none is missing between two, and the checkpoints. */
export const verifyExport =
  (deps: AuditDeps): Handler<Audit, 'verifyExport'> =>
  async ({ file, checkpoints }) => {
    const { hashes } = readTestimony(
      await readLines(checkpoints ?? deps.checkpointFile),
      deps.auditKeys.checkpoints,
    )
    const check = checkLine(deps.auditKeys.chain)
    const positions = new Set<number>()
    let [entries, confirmed] = [0, 0]
    let firstBad: Report['first_bad'] = null
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      entries += 1
      const { entryId, why, chain } = check(text)
      const signed = chain === null ? undefined : hashes.get(chain.position)
      const contradicted = signed !== undefined && signed.hash !== chain?.hash
      const bad = why ?? (contradicted ? `Checkpoint ${String(signed.number)} says something else.` : null)
      if (bad !== null) firstBad ??= { line: entries, entry_id: entryId, why: bad }
      else if (signed !== undefined) confirmed += 1
      if (chain !== null) positions.add(chain.position)
    }
    return {
      entries,
      unchained: entries - positions.size,
      gapless: isGapless(positions),
      checkpoints: confirmed,
      first_bad: firstBad,
    }
  }

// Entries are written in the order of their ids; one that came late stands further back in the chain.
function isGapless(positions: ReadonlySet<number>): boolean {
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (const position of positions) [least, most] = [Math.min(least, position), Math.max(most, position)]
  return positions.size === 0 || most - least + 1 === positions.size
}

type Checked = {
  readonly entryId: string | null
  readonly chain: { readonly position: number; readonly hash: string } | null
  readonly why: string | null
}

function checkLine(key: KeyObject): (text: string) => Checked {
  return (text) => {
    const parsed = ExportLine.safeParse(jsonOf(text))
    if (!parsed.success) return { entryId: null, chain: null, why: 'This is no exported entry.' }
    const { entry, chain } = parsed.data
    if (chain === null) return { entryId: entry.id, chain, why: null }
    const hash = Buffer.from(chain.hash, 'hex')
    const own = linkHash(chain.position, Buffer.from(chain.previous, 'hex'), entry)
    const why = !sameBytes(Buffer.from(chain.mac, 'hex'), linkMac(key, hash))
      ? 'The hash was not made by this shop.'
      : !sameBytes(hash, own)
        ? 'The entry was changed.'
        : null
    return { entryId: entry.id, chain, why }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
