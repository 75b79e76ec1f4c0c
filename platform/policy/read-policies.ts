import type { PolicyJson } from '@cedar-policy/cedar-wasm/nodejs'
import type { PolicyAction } from './actions.ts'
import { askCedar, type Engine } from './cedar.ts'
import type { PrincipalType } from './facts.ts'
import { nestingOf } from './nesting.ts'
import { placeOf, type Problem, problemOf, startOf } from './places.ts'
import { type Reads, readsOf } from './reads-of.ts'

/** What a forbidden call can bring along to be permitted after all. */
export type Need = 'step_up' | 'approval'

/** A stored text of one or several policies. */
export type PolicySource = { readonly id: string; readonly name: string; readonly text: string }

/** One policy of a text. */
export type Policy = {
  /** `<id of the text>#<number>`. */
  readonly id: string
  readonly name: string
  /** The character of the text that it begins at, from 0. */
  readonly start: number
  readonly json: PolicyJson
  readonly needs: readonly Need[]
  readonly reads: Reads
}

type Read = { readonly policies: Policy[]; readonly problems: Problem[] }

/** Far below what the engine can bear, and far above what people can read. */
const MOST_NESTED = 40

/** Why a text was not read that the engine breaks off on. */
export const TOO_MUCH = 'This is too long or too deeply nested.'

/** The policies of a text, or why it cannot be read. */
export function readPolicies(source: PolicySource): Read {
  const read = nestingOf(source.text) > MOST_NESTED ? null : askCedar((engine) => readBy(engine, source))
  return read ?? { policies: [], problems: [about(TOO_MUCH)] }
}

function readBy(engine: Engine, source: PolicySource): Read {
  const whole = source.text
  const parts = engine.policySetTextToParts(whole)
  if (parts.type === 'failure')
    return { policies: [], problems: parts.errors.map((error) => problemOf(error, whole)) }
  if (parts.policy_templates.length > 0)
    return { policies: [], problems: [about('Slots such as ?principal are not used here.')] }
  if (parts.policies.length === 0)
    return { policies: [], problems: [about('There is no policy in this text.')] }
  const [policies, problems]: [Policy[], Problem[]] = [[], []]
  for (const [index, text] of parts.policies.entries()) {
    const read = engine.policyToJson(text)
    const start = startOf(whole, text)
    if (read.type === 'failure')
      problems.push(...read.errors.map((error) => problemOf(error, whole, text, start)))
    else if (hasUnsafeNumber(read.json.conditions)) problems.push(largeNumber(whole, text, start))
    else {
      const { json } = read
      const id = `${source.id}#${String(index)}`
      const { name } = source
      policies.push({ id, name, start, json, needs: needsOf(json), reads: readsOf(json.conditions) })
    }
  }
  return { policies, problems }
}

/** A problem of a whole text. */
export function about(message: string): Problem {
  return { message, place: null }
}

function largeNumber(whole: string, text: string, start: number): Problem {
  const index = start + Math.max(0, text.search(/\d{16}/))
  return { message: 'Numbers go up to 9007199254740991.', place: placeOf(whole, index) }
}

/** A number that JavaScript cannot hold would be another one by the time it is decided by. */
function hasUnsafeNumber(node: unknown): boolean {
  if (typeof node === 'number') return !Number.isSafeInteger(node)
  return typeof node === 'object' && node !== null && Object.values(node).some(hasUnsafeNumber)
}

/** Whether a policy can ever say anything about an operation called by this kind of principal. */
export function concerns({ json }: Policy, action: PolicyAction, type: PrincipalType): boolean {
  return ofPrincipal(json.principal, type) && ofAction(json.action, action)
}

function ofPrincipal(scope: PolicyJson['principal'], type: PrincipalType): boolean {
  if (scope.op === 'All') return true
  if (scope.op === 'is') return scope.entity_type === type
  return 'entity' in scope && typeOf(scope.entity) === type
}

function ofAction(scope: PolicyJson['action'], action: PolicyAction): boolean {
  if (scope.op === 'All') return true
  if (scope.op === 'in') {
    const named = 'entities' in scope ? scope.entities : [scope.entity]
    return named.some((entity) => idOf(entity) === action.name || action.groups.includes(idOf(entity)))
  }
  return 'entity' in scope && idOf(scope.entity) === action.name
}

type Entity = { type: string; id: string } | { __entity: { type: string; id: string } }

function typeOf(entity: Entity): string {
  return '__entity' in entity ? entity.__entity.type : entity.type
}

function idOf(entity: Entity): string {
  return '__entity' in entity ? entity.__entity.id : entity.id
}

/** The annotation `@needs("step_up, approval")`; words that are none of these are found when a policy is saved. */
function needsOf({ annotations }: PolicyJson): Need[] {
  return neededWords(annotations?.['needs']).filter((word) => word === 'step_up' || word === 'approval')
}

/** What stands in a `@needs`, word by word. */
export function neededWords(annotation: string | undefined): string[] {
  if (annotation === undefined) return []
  return annotation.split(',').map((word) => word.trim())
}
