import type { PolicyAction } from './actions.ts'
import { askCedar } from './cedar.ts'
import {
  neededWords,
  type Policy,
  type PolicySource,
  readPolicies,
  sentence,
  TOO_MUCH,
} from './read-policies.ts'
import { schemaOf } from './schema.ts'

const MAX_POLICIES = 20
const MAX_PROBLEMS = 5

/** What is wrong with a text of policies, in sentences; and what it holds, where nothing is. */
export type Validated = { readonly problems: readonly string[]; readonly policies: readonly Policy[] }

/**
 * Checks a text of policies against what operations there are and what is known about a call. A policy that can never
 * apply counts as wrong: whoever wrote it meant something else.
 */
export function validatePolicies(
  source: PolicySource,
  actions: ReadonlyMap<string, PolicyAction>,
): Validated {
  const { policies, problems } = readPolicies(source)
  if (problems.length > 0) return wrong(problems)
  if (policies.length > MAX_POLICIES)
    return wrong([`One text holds at most ${String(MAX_POLICIES)} policies.`])
  const answer = askCedar((engine) =>
    engine.validate({
      validationSettings: { mode: 'strict' },
      schema: schemaOf(actions),
      policies: { staticPolicies: Object.fromEntries(policies.map(({ id, json }) => [id, json])) },
    }),
  )
  if (answer === null) return wrong([TOO_MUCH])
  if (answer.type === 'failure') return wrong(answer.errors.map(sentence))
  const found = [...answer.validationErrors, ...answer.validationWarnings].map(({ error }) => error)
  found.push(...answer.otherWarnings)
  if (found.length > 0) return wrong(found.map(sentence))
  const annotations = policies.flatMap(problemsOfNeeds)
  return annotations.length > 0 ? wrong(annotations) : { problems: [], policies }
}

function problemsOfNeeds({ json, reads }: Policy): string[] {
  const words = neededWords(json.annotations?.['needs'])
  if (words.length > 0 && json.effect === 'permit') return ['@needs belongs to a forbid.']
  const looksAt = { step_up: 'fresh', approval: 'approved' } as const
  return words.flatMap((word) => {
    if (word !== 'step_up' && word !== 'approval') return [`@needs knows step_up and approval, not ${word}.`]
    const name = looksAt[word]
    return reads.context === null || reads.context.has(name)
      ? []
      : [`A policy with @needs("${word}") says unless { context.${name} }.`]
  })
}

function wrong(problems: readonly string[]): Validated {
  // What is quoted from the policy itself may be as long as the policy.
  return { problems: problems.slice(0, MAX_PROBLEMS).map((problem) => problem.slice(0, 400)), policies: [] }
}
