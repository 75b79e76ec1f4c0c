import type { Queryable } from '@rampart/platform/db/db.ts'
import { sameBytes } from '../chain/link-hash.ts'
import { listLinksAt } from '../store/chain.ts'
import type { Testimony } from './check-statements.ts'
import type { Problem } from './problem.ts'

const NEWEST = 1_000

/** Compares the newest checkpoints with the links at their places. */
export async function checkSignedPlaces(q: Queryable, testimony: Testimony): Promise<Problem | null> {
  const signed = [...testimony.hashes.values()]
    .filter(({ position }) => position > testimony.start.position && !testimony.known.has(position))
    .sort((left, right) => right.position - left.position)
    .slice(0, NEWEST)
    .reverse()
  const positions = signed.map(({ position }) => position)
  const links = new Map((await listLinksAt(q, positions)).map((link) => [link.position, link]))
  for (const { number, position, hash } of signed) {
    const link = links.get(position)
    if (link === undefined) return { position, entry_id: null, why: 'The entry is missing.' }
    if (!sameBytes(link.hash, Buffer.from(hash, 'hex')))
      return { position, entry_id: link.entry_id, why: `Checkpoint ${String(number)} says something else.` }
  }
  return null
}
