import type { PolicyAction } from '@rampart/platform/policy/actions.ts'
import { compilePolicies, type PolicySet } from '@rampart/platform/policy/compile.ts'
import type { PolicySource } from '@rampart/platform/policy/read-policies.ts'

/** How long what is known counts as the present state, in milliseconds, and from when on it is looked at again beside. */
const MAX_AGE_MS = 1_000
const LOOK_AGAIN_MS = 500

/** The policies with a revision; null items where it is the revision that was known. */
export type Fetched = { readonly revision: string; readonly items: readonly PolicySource[] | null }

/** What this process knows of policies: never older than a second, and gone as soon as somebody says they changed. */
export type PoliciesInForce = {
  /** What is known to be in force, without asking; null when it has to be asked. */
  peek(): PolicySet | null
  /** What is in force. @throws when the store cannot be asked */
  get(): Promise<PolicySet>
  /** What was in force when it was last asked, however long ago; null before the first time. */
  last(): PolicySet | null
  forget(): void
}

type Options = {
  readonly actions: ReadonlyMap<string, PolicyAction>
  readonly fetch: (known: string | null) => Promise<Fetched>
  /** Calls `changed` whenever a process says that policies changed. */
  readonly hear: (changed: () => void) => Promise<unknown>
  /** Told about every set that begins to be in force. */
  readonly onChange?: (set: PolicySet) => void
  /** Milliseconds since some moment. */
  readonly clock?: () => number
}

/** Nothing known yet; begins to listen with the first question. */
export function policiesInForce(options: Options): PoliciesInForce {
  const clock = options.clock ?? (() => performance.now())
  let known: { readonly set: PolicySet; readonly revision: string } | null = null
  let before: PolicySet | null = null
  let asked = -Infinity
  let generation = 0
  let hearing: Promise<unknown> | undefined
  let asking: Promise<PolicySet> | undefined

  const forget = (): void => {
    generation += 1
    asked = -Infinity
  }

  async function ask(): Promise<PolicySet> {
    hearing ??= options.hear(forget).then(forget, () => (hearing = undefined))
    const [begun, moment] = [generation, clock()]
    const { revision, items } = await options.fetch(known?.revision ?? null)
    if (items !== null || known === null) {
      // A decision that waits for something may still be made by the set before this one, not by older ones.
      before?.release()
      before = known?.set ?? null
      known = { set: compilePolicies(items ?? [], options.actions), revision }
      options.onChange?.(known.set)
    }
    // What was read while somebody changed it may be the state before.
    if (begun !== generation) return ask()
    asked = moment
    return known.set
  }

  const get = (): Promise<PolicySet> => {
    asking ??= ask().finally(() => (asking = undefined))
    return asking
  }

  return {
    peek() {
      const age = clock() - asked
      if (known === null || age >= MAX_AGE_MS) return null
      // Where nobody is there to answer, the next question finds out.
      if (age >= LOOK_AGAIN_MS && asking === undefined) void get().catch(() => undefined)
      return known.set
    },
    get,
    last: () => known?.set ?? null,
    forget,
  }
}
