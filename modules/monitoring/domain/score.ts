import type { State } from './check.ts'
import { type CheckName, checkNames, checks } from './checks.ts'
import type { Facts } from './facts.ts'

/** What a check found. */
export type Outcome = {
  readonly check: CheckName
  readonly state: State
  /** null when the facts are not there. */
  readonly figures: unknown
  readonly points: number
  readonly weight: number
}

export type Grade = 'A' | 'B' | 'C' | 'D' | 'E'

const shares: Readonly<Record<State, number>> = { good: 1, attention: 0.5, bad: 0, unknown: 0 }

const grades: readonly (readonly [least: number, grade: Grade])[] = [
  [90, 'A'],
  [80, 'B'],
  [65, 'C'],
  [50, 'D'],
  [0, 'E'],
]

/** Makes every check on the facts. */
export function judge(facts: Facts): Outcome[] {
  return checkNames.map((name) => {
    const { weight, judge: judgeOne } = checks[name]
    const judgement = judgeOne(facts)
    if (judgement === null) return { check: name, state: 'unknown', figures: null, points: 0, weight }
    const { state, figures, share = shares[state] } = judgement
    // Nothing that falls short is rounded up to all of its points.
    return { check: name, state, figures, points: Math.floor(weight * share), weight }
  })
}

/** The points of all checks out of what they weigh, 0 to 100, and never above the cap of one that is bad. */
export function scoreOf(outcomes: readonly Outcome[]): { readonly score: number; readonly grade: Grade } {
  const points = outcomes.reduce((sum, outcome) => sum + outcome.points, 0)
  const weight = outcomes.reduce((sum, outcome) => sum + outcome.weight, 0)
  const caps = outcomes.map(({ check, state }) => (state === 'bad' ? (checks[check].cap ?? 100) : 100))
  const score = Math.min(Math.floor((points / weight) * 100), ...caps)
  return { score, grade: grades.find(([least]) => score >= least)?.[1] ?? 'E' }
}
