import type { PolicyAction } from '@rampart/platform/policy/actions.ts'
import { concerns, type PolicySource } from '@rampart/platform/policy/read-policies.ts'
import { type Validated, validatePolicies } from '@rampart/platform/policy/validate.ts'
import { watchedOperations } from './watched-operations.ts'

/** Reads policies in force; a text is validated once, for that takes some hundred milliseconds. */
export function policyJudge(actions: ReadonlyMap<string, PolicyAction>) {
  let known = new Map<string, Validated>()
  /**
   * How many policies are not valid for the operations there are now (what they stand before is denied), and which of the
   * watched operations none of them speaks about.
   */
  return (
    inForce: readonly PolicySource[],
  ): { readonly errors: number; readonly gaps: readonly string[] } => {
    known = new Map(
      inForce.map((policy) => [policy.text, known.get(policy.text) ?? validatePolicies(policy, actions)]),
    )
    const read = inForce.flatMap(({ text }) => known.get(text) ?? [])
    const policies = read.flatMap((answer) => answer.policies)
    return {
      errors: read.filter(({ problems }) => problems.length > 0).length,
      gaps: watchedOperations.filter((name) => {
        const action = actions.get(name)
        return action !== undefined && !policies.some((policy) => concerns(policy, action, 'Staff'))
      }),
    }
  }
}
