import type { State } from '../domain/check.ts'
import type { CheckName, FiguresOf } from '../domain/checks.ts'

type Judged = Exclude<State, 'unknown'>

/** What is said about a check. */
type CheckWords<Figures> = {
  readonly title: string
  /** What was found, a sentence with figures. */
  readonly found: (figures: Figures, state: Judged) => string
  /** What to do about it; asked for unless it is good. */
  readonly advice: (figures: Figures, state: Judged) => string
}

/** Everything that the page says, in one language. */
export type Words = {
  readonly checks: { readonly [K in CheckName]: CheckWords<FiguresOf<K>> }
  readonly unknown: { readonly found: string; readonly advice: string }
}

/** A number with what it counts: `counted(1, 'key', 'keys')`. */
export function counted(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`
}

const SHOWN = 5

/** The first few of a list. */
export function listed(items: readonly string[]): string {
  return `${items.slice(0, SHOWN).join(', ')}${items.length > SHOWN ? ' …' : ''}`
}
