import type { PolicyAction } from '@rampart/platform/policy/actions.ts'
import type { AccessDeps } from '../deps.ts'

/** What these use cases are handed beside what all of the module are. */
export type PoliciesDeps = AccessDeps & {
  /** Every operation that somebody outside may call, by its full name. */
  readonly actions: ReadonlyMap<string, PolicyAction>
}
