import { actionsOf } from '@rampart/platform/policy/actions.ts'
import type { AccessDeps } from '../deps.ts'
import { activePolicies } from './active-policies.ts'
import { createPolicy } from './create-policy.ts'
import { deletePolicy } from './delete-policy.ts'
import { listPolicies } from './list-policies.ts'
import { listPolicyTemplates } from './list-policy-templates.ts'
import { listPolicyVersions } from './list-policy-versions.ts'
import { recordDecisions } from './record-decisions.ts'
import { simulatePolicies } from './simulate-policies.ts'
import { switchPolicyOff } from './switch-policy-off.ts'
import { updatePolicy } from './update-policy.ts'

/** The use cases of policies. */
export function policyHandlers(given: AccessDeps) {
  const deps = { ...given, actions: actionsOf(given.contracts) }
  return {
    listPolicies: listPolicies(deps),
    createPolicy: createPolicy(deps),
    updatePolicy: updatePolicy(deps),
    switchPolicyOff: switchPolicyOff(deps),
    deletePolicy: deletePolicy(deps),
    listPolicyVersions: listPolicyVersions(deps),
    listPolicyTemplates: listPolicyTemplates(deps),
    simulatePolicies: simulatePolicies(deps),
    activePolicies: activePolicies(deps),
    recordDecisions: recordDecisions(deps),
  }
}
