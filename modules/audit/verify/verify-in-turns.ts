import type { Queryable } from '@rampart/platform/db/db.ts'
import type { AuditDeps } from '../deps.ts'
import { findHead, findLink } from '../store/chain.ts'
import { checkLinks } from './check-links.ts'
import type { Testimony } from './check-statements.ts'
import { checkOutside } from './check-outside.ts'
import { checkSignedPlaces } from './check-signed-places.ts'
import { firstOf, type Problem } from './problem.ts'
import { readTestimonies } from './read-testimonies.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import { walkLinks } from './walk-links.ts'

const MISSING: Problem = {
  position: null,
  entry_id: null,
  why: 'Entries are missing; run: rampart audit verify.',
}

/** Entries read again by one check; a log of this size is read whole. */
export const PER_CHECK = 40_000

/**
 * Checks that are bounded: a small log is read whole, of a large one the newest part and one more part, another each
 * time. What was found wrong once is looked at first in the next check. Counts, the reach of the chain and the places
 * of the newest checkpoints are compared every time.
 */
export function verifyInTurns(deps: AuditDeps, perCheck = PER_CHECK): (now: Date) => Promise<Verdict> {
  let turn = 0
  let suspect: number | null = null

  return (now) =>
    deps.db.tx(
      async (tx) => {
        const { testimony, problem } = await readTestimonies(deps, tx)
        const head = (await findHead(tx))?.position ?? 0
        const begin = testimony.start.position
        const parts = partsOf(begin, head, perCheck, turn, suspect)
        turn = parts.nextTurn
        const found: (Problem | null)[] = [problem, await checkSignedPlaces(tx, testimony)]
        let checked = 0
        for (const [after, last] of parts.spans) {
          const read = await checkSpan(deps, tx, testimony, after, last)
          checked += read.taken
          found.push(read.problem)
        }
        const outside = await checkOutside(deps, tx)
        found.push(outside.problem)
        const missing = outside.amounts.chained < head - begin
        const first = firstOf(found) ?? (missing ? MISSING : null)
        suspect = first?.position ?? null
        return verdictOf(testimony, outside.amounts, { problem: first, checked, now })
      },
      { isolation: 'repeatable read' },
    )
}

type Parts = {
  /** Positions after the first of each pair, up to and with the second. */
  readonly spans: readonly (readonly [number, number])[]
  readonly nextTurn: number
}

/** Which parts of the chain a check reads. Positions are never read twice in one check. */
export function partsOf(
  begin: number,
  head: number,
  perCheck: number,
  turn: number,
  suspect: number | null,
): Parts {
  if (head - begin <= perCheck) return { spans: [[begin, Number.MAX_SAFE_INTEGER]], nextTurn: 0 }
  const half = Math.floor(perCheck / 2)
  const newest = head - half
  const from = begin + turn * half >= newest ? begin : begin + turn * half
  const to = Math.min(from + half, newest)
  const looked = suspect === null || suspect > newest || (suspect > from && suspect <= to)
  return {
    spans: [
      ...(looked ? [] : [[suspect - 1, suspect] as const]),
      [from, to],
      [newest, Number.MAX_SAFE_INTEGER],
    ],
    nextTurn: to >= newest ? 0 : Math.floor((from - begin) / half) + 1,
  }
}

async function checkSpan(
  deps: AuditDeps,
  q: Queryable,
  testimony: Testimony,
  after: number,
  last: number,
): Promise<{ readonly taken: number; readonly problem: Problem | null }> {
  const begin =
    after === testimony.start.position
      ? testimony.start
      : { position: after, hash: (await findLink(q, after))?.hash ?? null }
  const check = checkLinks(deps.auditKeys.chain, testimony, begin)
  let problem: Problem | null = null
  for await (const link of walkLinks(q, after, last)) problem ??= check.take(link)
  if (last === Number.MAX_SAFE_INTEGER) problem ??= check.end()
  return { taken: check.taken, problem }
}
