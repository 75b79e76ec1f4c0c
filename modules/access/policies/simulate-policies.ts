import { type Access } from '@rampart/contracts/access.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { compilePolicies, type PolicySet } from '@rampart/platform/policy/compile.ts'
import { decide, type Decision } from '@rampart/platform/policy/decide.ts'
import { type DecisionRequest, factsOfRequest } from '@rampart/platform/policy/decision-request.ts'
import type { PolicySource } from '@rampart/platform/policy/read-policies.ts'
import { validatePolicies } from '@rampart/platform/policy/validate.ts'
import { findPolicies } from '../store/policies.ts'
import { invalidPolicy } from './invalid-policy.ts'
import type { PoliciesDeps } from './policies-deps.ts'
import { readWording } from './read-content.ts'
import type { ParameterValues } from './templates.ts'
import { tryOnLastDay } from './try-on-last-day.ts'

type Tried = {
  readonly policy_id?: string | undefined
  readonly text?: string | undefined
  readonly template?: string | undefined
  readonly parameters?: ParameterValues | undefined
}

/** Decides as if a policy were in force: about one imagined call, and about those of the last day. Changes nothing. */
export const simulatePolicies =
  (deps: PoliciesDeps): Handler<Access, 'simulatePolicies'> =>
  async ({ policy, request }, context) => {
    const inForce = (await findPolicies(deps.db)).filter(({ enabled }) => enabled)
    const tried = policy === undefined ? null : readTried(deps, policy, context)
    const others = inForce.filter(({ id }) => id !== policy?.policy_id)
    const now = compilePolicies(inForce, deps.actions)
    const then = compilePolicies(tried === null ? others : [...others, tried], deps.actions)
    try {
      return {
        text: tried?.text ?? null,
        decision: request === undefined ? null : explain(deps, request, { now, then }, context),
        last_day: await tryOnLastDay(deps, { now, then }, context.now()),
      }
    } finally {
      now.release()
      then.release()
    }
  }

/** What is tried; null where a policy in force is tried without its text: what would be, were it not there. */
function readTried(
  deps: PoliciesDeps,
  policy: Tried,
  context: HandlerContext<'ACCESS_POLICY_INVALID'>,
): PolicySource | null {
  if (policy.text === undefined && policy.template === undefined && policy.policy_id !== undefined)
    return null
  const { text } = readWording(policy, context)
  const tried = { id: policy.policy_id ?? 'tried', name: 'The policy that is tried', text }
  const { problems } = validatePolicies(tried, deps.actions)
  const path = policy.template === undefined ? 'policy.text' : null
  if (problems.length > 0) throw context.fail('ACCESS_POLICY_INVALID', invalidPolicy(problems, path))
  return tried
}

function explain(
  deps: PoliciesDeps,
  request: DecisionRequest,
  sets: { readonly now: PolicySet; readonly then: PolicySet },
  context: HandlerContext<'ACCESS_POLICY_INVALID'>,
) {
  const action = deps.actions.get(request.operation)
  if (action === undefined) {
    const errors = [{ path: 'request.operation', message: 'There is no such operation.' }]
    throw context.fail('VALIDATION_FAILED', { errors })
  }
  const facts = factsOfRequest(request, action, context.now())
  const by = (set: PolicySet) => explained(decide(set.concern(action.name, facts.principal), facts))
  return { now: by(sets.now), then: by(sets.then) }
}

function explained({ verdict, because, errors }: Decision) {
  return { verdict, because: [...because], errors: [...errors] }
}
