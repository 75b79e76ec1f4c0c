import type { AuditDeps } from '../deps.ts'
import { readTestimonies } from './read-testimonies.ts'
import { checkLinks } from './check-links.ts'
import { checkOutside } from './check-outside.ts'
import { firstOf, type Problem } from './problem.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import { walkLinks } from './walk-links.ts'

export type WholeOptions = {
  /** Another copy of the file of checkpoints. */
  readonly checkpoints?: string | undefined
  /** Told of each problem, in the order of the chain. */
  readonly onProblem?: (problem: Problem) => void
}

/** Checks everything, at one moment: every entry against the chain, the chain against the checkpoints, and the rest. */
export async function verifyWhole(deps: AuditDeps, now: Date, options: WholeOptions = {}): Promise<Verdict> {
  return deps.db.tx(
    async (tx) => {
      const { testimony, problem } = await readTestimonies(deps, tx, options.checkpoints)
      const check = checkLinks(deps.auditKeys.chain, testimony)
      let first: Problem | null = null
      const note = (found: Problem | null): void => {
        if (found === null) return
        first ??= found
        options.onProblem?.(found)
      }
      for await (const link of walkLinks(tx, testimony.start.position)) note(check.take(link))
      note(check.end())
      const outside = await checkOutside(deps, tx)
      const found = firstOf([first, problem, outside.problem])
      return verdictOf(testimony, outside.amounts, { problem: found, checked: check.taken, now })
    },
    { isolation: 'repeatable read' },
  )
}
