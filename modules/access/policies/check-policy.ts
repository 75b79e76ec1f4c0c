import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { countryOf } from '@rampart/platform/geo/country-of.ts'
import { compilePolicies } from '@rampart/platform/policy/compile.ts'
import { decide } from '@rampart/platform/policy/decide.ts'
import { factsOf } from '@rampart/platform/policy/facts-of.ts'
import { validatePolicies } from '@rampart/platform/policy/validate.ts'
import type { PolicyRow } from '../store/policies.ts'
import { actingStaff } from '../acting-staff.ts'
import { invalidPolicy } from './invalid-policy.ts'
import type { PoliciesDeps } from './policies-deps.ts'

type Saved = Pick<PolicyRow, 'id' | 'name' | 'text' | 'enabled'>

type Refusals = 'ACCESS_POLICY_INVALID' | 'ACCESS_POLICY_TOO_WIDE' | 'ACCESS_POLICY_LOCKS_OUT'

/** What whoever saves a policy must be able to do afterwards, so that it can be undone. */
const TO_UNDO = ['access.listPolicies', 'access.updatePolicy', 'access.deletePolicy']

/** Refuses a policy that says nothing sensible, says more than its author may, or shuts its author out. */
export function checkWording(
  deps: PoliciesDeps,
  policy: Saved & Pick<PolicyRow, 'template'>,
  context: HandlerContext<Refusals>,
): void {
  const { problems, policies } = validatePolicies(policy, deps.actions)
  const path = policy.template === null ? 'text' : null
  if (problems.length > 0) throw context.fail('ACCESS_POLICY_INVALID', invalidPolicy(problems, path))
  const widens = policies.some(({ json }) => json.effect === 'permit')
  if (widens && !maySayEverything(actingStaff(context))) throw context.fail('ACCESS_POLICY_TOO_WIDE')
}

/** Refuses policies by which whoever saves them could not take them back. */
export async function checkWayBack(
  deps: PoliciesDeps,
  afterwards: readonly Saved[],
  context: HandlerContext<Refusals>,
): Promise<void> {
  const country = await countryOf(context.ip)
  const set = compilePolicies(
    afterwards.filter(({ enabled }) => enabled),
    deps.actions,
  )
  try {
    for (const name of TO_UNDO) {
      const action = deps.actions.get(name)
      if (action === undefined) continue
      const about = { name, operation: action.operation, input: {}, permitted: true, now: context.now() }
      const facts = factsOf(context, { ...about, currency: deps.settings.shop_currency })
      const { verdict } = decide(set.concern(name, 'Staff'), { ...facts, country })
      if (verdict === 'deny') throw context.fail('ACCESS_POLICY_LOCKS_OUT')
    }
  } finally {
    set.release()
  }
}

function maySayEverything({ permissions }: StaffPrincipal): boolean {
  return permissions.includes('*:*')
}
