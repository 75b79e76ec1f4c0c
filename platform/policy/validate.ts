import type { DetailedError, ValidationCall } from '@cedar-policy/cedar-wasm/nodejs'
import type { PolicyAction } from './actions.ts'
import { askCedar } from './cedar.ts'
import { placeOf, type Problem, problemOf } from './places.ts'
import {
  about,
  neededWords,
  type Policy,
  type PolicySource,
  readPolicies,
  TOO_MUCH,
} from './read-policies.ts'
import { schemaOf } from './schema.ts'

const MAX_POLICIES = 20
const MAX_PROBLEMS = 5

/** What is wrong with a text of policies; and what it holds, where nothing is. */
export type Validated = { readonly problems: readonly Problem[]; readonly policies: readonly Policy[] }

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
    return wrong([about(`One text holds at most ${String(MAX_POLICIES)} policies.`)])
  const schema = schemaOf(actions)
  const wrongs = ask(schema, Object.fromEntries(policies.map(({ id, json }) => [id, json])))
  if (wrongs === null) return wrong([about(TOO_MUCH)])
  if (wrongs.length > 0) {
    // What is decided by says what is wrong; only what was written says where.
    const written = ask(schema, source.text)
    const told = written === null || written.length === 0 ? wrongs : written
    return wrong(oncePerPlace(told.map((error) => problemOf(error, source.text))))
  }
  const annotations = policies.flatMap((policy) =>
    problemsOfNeeds(policy).map((message) => ({ message, place: placeOf(source.text, policy.start) })),
  )
  return annotations.length > 0 ? wrong(annotations) : { problems: [], policies }
}

/** What the engine finds wrong with policies; null where it breaks off. */
function ask(
  schema: ValidationCall['schema'],
  staticPolicies: NonNullable<ValidationCall['policies']['staticPolicies']>,
): readonly DetailedError[] | null {
  const answer = askCedar((engine) =>
    engine.validate({ validationSettings: { mode: 'strict' }, schema, policies: { staticPolicies } }),
  )
  if (answer === null) return null
  if (answer.type === 'failure') return answer.errors
  // What is wrong makes a policy impossible as well: it is said once.
  const wrongs = answer.validationErrors.map(({ error }) => error)
  const warnings = [...answer.validationWarnings.map(({ error }) => error), ...answer.otherWarnings]
  return wrongs.length > 0 ? wrongs : warnings
}

/** The engine finds the same thing again for each operation that a policy is about. */
function oncePerPlace(problems: readonly Problem[]): Problem[] {
  const key = ({ message, place }: Problem) =>
    place === null ? message : `${String(place.line)}:${String(place.column)}`
  return problems.filter((one, index) => problems.findIndex((other) => key(other) === key(one)) === index)
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

function wrong(problems: readonly Problem[]): Validated {
  // What is quoted from the policy itself may be as long as the policy.
  const told = problems.slice(0, MAX_PROBLEMS)
  return {
    problems: told.map(({ message, place }) => ({ message: message.slice(0, 400), place })),
    policies: [],
  }
}
