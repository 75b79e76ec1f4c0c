import type { KeyObject } from 'node:crypto'
import { linkHash, linkMac, sameBytes } from '../chain/link-hash.ts'
import type { LinkedEntry } from '../store/chain.ts'
import type { Testimony } from './check-statements.ts'
import type { Problem } from './problem.ts'

export type LinkCheck = {
  /** Looks at the next link; answers what is wrong with it, or with what should have stood before it. */
  take(link: LinkedEntry): Problem | null
  /** What is missing at the end. */
  end(): Problem | null
  /** Links looked at. */
  readonly taken: number
}

type Begin = { readonly position: number; readonly hash: Buffer | null }

/**
 * Checks links in their order, from the one after `begin` on: no gap, the entry as it was hashed, the hash as only
 * this shop can have made it, and the signed checkpoints. After a problem it goes on with what is stored.
 */
export function checkLinks(key: KeyObject, testimony: Testimony, begin: Begin = testimony.start): LinkCheck {
  let { position, hash: previous } = begin
  let taken = 0

  function problemOf(link: LinkedEntry): string | null {
    if (!sameBytes(link.mac, linkMac(key, link.hash))) return 'The hash was not made by this shop.'
    if (link.entry === null) return 'The entry is gone.'
    if (previous !== null && !sameBytes(link.hash, linkHash(link.position, previous, link.entry)))
      return 'The entry, its place or the one before it was changed.'
    const signed = testimony.hashes.get(link.position)
    if (signed !== undefined && !sameBytes(link.hash, Buffer.from(signed.hash, 'hex')))
      return `Checkpoint ${String(signed.number)} says something else.`
    return null
  }

  return {
    take(link) {
      taken += 1
      const expected = position + 1
      if (link.position > expected) {
        const missing = firstUnknown(testimony.known, expected, link.position - 1)
        position = link.position
        previous = link.hash
        if (missing !== null) return { position: missing, entry_id: null, why: 'The entry is missing.' }
        return null
      }
      const why = problemOf(link)
      position = link.position
      previous = link.hash
      if (why === null || testimony.known.has(link.position)) return null
      return { position: link.position, entry_id: link.entry_id, why }
    },
    end() {
      const { reach } = testimony
      if (reach === null || reach.position <= position) return null
      const why = `The entry is missing: checkpoint ${String(reach.number)} was made at ${String(reach.position)}.`
      return { position: position + 1, entry_id: null, why }
    },
    get taken() {
      return taken
    },
  }
}

function firstUnknown(known: ReadonlySet<number>, from: number, to: number): number | null {
  for (let position = from; position <= to; position++) if (!known.has(position)) return position
  return null
}
