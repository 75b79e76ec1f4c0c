import type { Facts } from './facts.ts'

/** How something was found. What could not be learned is unknown, which never counts as good. */
export type State = 'good' | 'attention' | 'bad' | 'unknown'

/** What a check says about facts that are there. */
export type Judgement<Figures> = {
  readonly state: Exclude<State, 'unknown'>
  readonly figures: Figures
  /** The part of the points that it earns, 0 to 1; without it all of them, half or none, by the state. */
  readonly share?: number
}

/** One thing that is looked at. */
export type Check<Figures> = {
  /** Points at most: how much it matters beside the others. */
  readonly weight: number
  /** No better score than this while it is bad: some holes cannot be made up for elsewhere. */
  readonly cap?: number
  /** The page of the back office where it is put right; null where it is done elsewhere. */
  readonly where: string | null
  /** null when the facts are not there. */
  readonly judge: (facts: Facts) => Judgement<Figures> | null
}

/** Types a check by its own figures. */
export function check<Figures>(definition: Check<Figures>): Check<Figures> {
  return definition
}
