import { check } from './check.ts'

/** Who may do what. */
export const powerChecks = {
  'full-power-roles': check({
    weight: 5,
    where: '/roles',
    judge: ({ powers }) =>
      powers && {
        // The built-in role of the owner is one.
        state: powers.full_power_roles <= 1 ? 'good' : 'attention',
        figures: { count: powers.full_power_roles },
      },
  }),
  'endless-roles': check({
    weight: 1,
    where: '/roles',
    judge: ({ powers }) =>
      powers && {
        state: powers.assignments_without_end === 0 ? 'good' : 'attention',
        figures: { count: powers.assignments_without_end },
      },
  }),
  'policy-gaps': check({
    weight: 5,
    where: '/policies',
    judge: ({ powers }) =>
      powers && {
        state: powers.policies_enabled === 0 ? 'bad' : powers.policy_gaps.length === 0 ? 'good' : 'attention',
        figures: { policies: powers.policies_enabled, gaps: powers.policy_gaps },
      },
  }),
  'policy-errors': check({
    weight: 7,
    cap: 79,
    where: '/policies',
    judge: ({ powers }) =>
      powers && {
        state: powers.policy_errors === 0 ? 'good' : 'bad',
        figures: { count: powers.policy_errors },
      },
  }),
  'waiting-approvals': check({
    weight: 1,
    where: '/approvals',
    judge: ({ powers }) =>
      powers && {
        state: powers.approvals_waiting === 0 ? 'good' : 'attention',
        figures: { count: powers.approvals_waiting },
      },
  }),
} as const
