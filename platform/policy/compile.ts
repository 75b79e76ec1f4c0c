import type { PolicyAction } from './actions.ts'
import { cedar, type Engine } from './cedar.ts'
import { PRINCIPAL_TYPES, type PrincipalType } from './facts.ts'
import { concerns, type Policy, type PolicySource, readPolicies } from './read-policies.ts'
import { joinReads, type Reads } from './reads-of.ts'

/** The policies that can say something about one operation called by one kind of principal. */
export type Concern = {
  readonly action: PolicyAction
  readonly policies: ReadonlyMap<string, Policy>
  readonly reads: Reads
  /** Whether one of them permits what roles do not. */
  readonly permits: boolean
  /** What the engine answered lately, by all that it was told. Of the whole set. */
  readonly answers: Map<string, Answer>
  /** The engine's name of them. @throws once the set is released */
  readonly prepared: () => string
}

/** What the engine said: the policies that decided, by id, and what went wrong. */
export type Answer = {
  readonly allowed: boolean
  readonly reasons: readonly string[]
  readonly errors: readonly string[]
}

/** Policies made ready to decide by. */
export type PolicySet = {
  /** Null: no policy says anything about it, and what roles say holds. */
  concern(action: string, type: PrincipalType): Concern | null
  /** Texts that could not be read, by name. While there is one, everything is forbidden that somebody can call. */
  readonly problems: readonly string[]
  /** Gives the engine's memory back. Nothing decides by this set from here on. */
  release(): void
}

/** What roles give stays permitted, unless a policy forbids it. */
const BY_ROLE = 'permit(principal, action, resource) when { context.permitted };'

// The engine keeps what was prepared under a name, for ever. Names that are free again are used again.
const freeNames: string[] = []
let names = 0

/** Reads policies and sorts them by what they can concern. */
export function compilePolicies(
  sources: readonly PolicySource[],
  actions: ReadonlyMap<string, PolicyAction>,
): PolicySet {
  const policies: Policy[] = []
  const problems: string[] = []
  for (const source of sources) {
    const read = readPolicies(source)
    policies.push(...read.policies)
    problems.push(...read.problems.map(({ message }) => `${source.name}: ${message}`))
  }
  const answers = new Map<string, Answer>()
  const subsets = new Map<string, () => string>()
  const taken: string[] = []
  let released = false
  const prepared = (own: readonly Policy[]): (() => string) => {
    const key = own.map(({ id }) => id).join(' ')
    const known = subsets.get(key)
    if (known !== undefined) return known
    let name: string | undefined
    let preparedBy: Engine | undefined
    const prepare = (): string => {
      if (released) throw new Error('These policies are not in force any more.')
      const engine = cedar()
      if (name !== undefined && preparedBy === engine) return name
      if (name === undefined) {
        name = freeNames.pop() ?? `policies ${String((names += 1))}`
        taken.push(name)
      }
      prepareSubset(engine, name, own)
      preparedBy = engine
      return name
    }
    subsets.set(key, prepare)
    return prepare
  }

  const index = new Map<string, Partial<Record<PrincipalType, Concern>>>()
  for (const action of actions.values()) {
    const byType: Partial<Record<PrincipalType, Concern>> = {}
    for (const type of PRINCIPAL_TYPES) {
      const own = policies.filter((policy) => concerns(policy, action, type))
      if (own.length === 0) continue
      byType[type] = {
        action,
        policies: new Map(own.map((policy) => [policy.id, policy])),
        reads: joinReads(own.map(({ reads }) => reads)),
        answers,
        permits: own.some(({ json }) => json.effect === 'permit'),
        prepared: prepared(own),
      }
    }
    index.set(action.name, byType)
  }
  return {
    concern: (action, type) => index.get(action)?.[type] ?? null,
    problems,
    release: () => {
      released = true
      answers.clear()
      for (const name of taken.splice(0)) {
        cedar().preparsePolicySet(name, {})
        freeNames.push(name)
      }
    },
  }
}

/** Hands policies to the engine. They apply to the operation at hand already, so that its groups need not be told. */
function prepareSubset(engine: Engine, name: string, policies: readonly Policy[]): void {
  const entries = policies.map(({ id, json }) => [id, { ...json, action: { op: 'All' as const } }] as const)
  const answer = engine.preparsePolicySet(name, {
    staticPolicies: { ...Object.fromEntries(entries), 'by role': BY_ROLE },
  })
  if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join(' '))
}
