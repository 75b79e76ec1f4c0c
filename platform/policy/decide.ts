import type { StatefulAuthorizationCall } from '@cedar-policy/cedar-wasm/nodejs'
import { askCedar } from './cedar.ts'
import type { Answer, Concern } from './compile.ts'
import { attributes, type Facts } from './facts.ts'
import { sentence } from './places.ts'
import type { Need } from './read-policies.ts'

/** `step_up`: permitted after a fresh proof of who calls. `approval`: permitted once a second person agreed. */
export type Verdict = 'allow' | 'deny' | 'step_up' | 'approval'

export type Decision = {
  readonly verdict: Verdict
  /** Names of the policies that decided. */
  readonly because: readonly string[]
  /** What went wrong; whatever did, the verdict is deny. */
  readonly errors: readonly string[]
}

/**
 * Decides about one call. A condition that cannot be evaluated denies: the engine itself would leave out the policy it
 * stands in, and a `forbid` left out permits.
 */
export function decide(concern: Concern | null, facts: Facts): Decision {
  if (concern === null) return { verdict: facts.permitted ? 'allow' : 'deny', because: [], errors: [] }
  const answer = ask(concern, facts)
  if (answer.errors.length > 0) return { verdict: 'deny', because: [], errors: answer.errors }
  const because = namesOf(concern, answer.reasons)
  if (answer.allowed) return { verdict: 'allow', because, errors: [] }
  return { verdict: whatIsNeeded(concern, facts, answer.reasons), because, errors: [] }
}

const MAX_ANSWERS = 2_000

const refused = (...errors: string[]): Answer => ({ allowed: false, reasons: [], errors })

/** The engine always answers the same to the same; who works on lists asks the same for a whole hour. */
function ask(concern: Concern, facts: Facts): Answer {
  const request = requestOf(concern, facts)
  const key = JSON.stringify([request.action, request.principal, request.resource, request.context])
  const known = concern.answers.get(key)
  if (known !== undefined) return known
  const answer = askEngine(concern, request)
  if (concern.answers.size >= MAX_ANSWERS) concern.answers.clear()
  concern.answers.set(key, answer)
  return answer
}

function askEngine(concern: Concern, request: Request): Answer {
  const answer = askCedar((engine) =>
    engine.statefulIsAuthorized({ ...request, preparsedPolicySetId: concern.prepared() }),
  )
  // The engine is a program of its own; one that broke off has not said yes.
  if (answer === null) return refused('The policies could not be evaluated.')
  if (answer.type === 'failure') return refused(...answer.errors.map(sentence))
  const { decision, diagnostics } = answer.response
  const errors = diagnostics.errors.map(
    ({ policyId, error }) => `${concern.policies.get(policyId)?.name ?? policyId}: ${sentence(error)}`,
  )
  return { allowed: decision === 'allow' && errors.length === 0, reasons: diagnostics.reason, errors }
}

type Request = Omit<StatefulAuthorizationCall, 'preparsedPolicySetId'>

function requestOf(concern: Concern, facts: Facts): Request {
  const { action, reads } = concern
  const context: StatefulAuthorizationCall['context'] = { permitted: facts.permitted }
  for (const name of reads.context ?? Object.keys(attributes)) {
    const value = attributes[name]?.read(facts) ?? null
    if (value !== null) context[name] = value as (typeof context)[string]
  }
  const uid = { type: 'Action', id: action.name }
  return {
    principal: { type: facts.principal, id: facts.id ?? facts.principal.toLowerCase() },
    action: uid,
    resource: { type: 'Resource', id: facts.resource },
    context,
    entities: reads.action
      ? [{ uid, attrs: {}, parents: action.groups.map((id) => ({ type: 'Action', id })) }]
      : [],
  }
}

/** What would turn a refusal: only what every policy in the way offers, and only if it then is permitted. */
function whatIsNeeded(concern: Concern, facts: Facts, reasons: readonly string[]): Verdict {
  // Without a reason nothing permits it, and nothing that can be brought along changes that.
  if (reasons.length === 0) return 'deny'
  const offers = new Set<Need>()
  for (const id of reasons) {
    const needs = concern.policies.get(id)?.needs ?? []
    if (needs.length === 0) return 'deny'
    for (const need of needs) offers.add(need)
  }
  const withProof = offers.has('step_up') && !facts.fresh
  const withApproval = offers.has('approval') && !facts.approved
  const then = (more: Partial<Facts>): boolean => ask(concern, { ...facts, ...more }).allowed
  if (withProof && then({ fresh: true })) return 'step_up'
  if (withApproval && then({ approved: true })) return 'approval'
  // The proof comes first: who asks somebody else to agree should be who they say they are.
  if (withProof && withApproval && then({ fresh: true, approved: true })) return 'step_up'
  return 'deny'
}

function namesOf(concern: Concern, reasons: readonly string[]): string[] {
  return [...new Set(reasons.flatMap((id) => concern.policies.get(id)?.name ?? []))]
}
