import { queryOptions } from '@tanstack/react-query'
import { api, type Answer, type Input } from '../api.ts'

export type Policy = Answer<'access', 'listPolicies'>['items'][number]
export type PolicyVersion = Answer<'access', 'listPolicyVersions'>['items'][number]
export type PolicyTemplate = Answer<'access', 'listPolicyTemplates'>['items'][number]
export type TemplateParameter = PolicyTemplate['parameters'][number]
export type Parameters = NonNullable<Policy['parameters']>
export type Simulation = Answer<'access', 'simulatePolicies'>
export type SimulationInput = Input<'access', 'simulatePolicies'>
export type Verdict = NonNullable<Simulation['decision']>['now']['verdict']

/** Every policy, by name. */
export const policiesQuery = queryOptions({
  queryKey: ['policies', 'list'],
  queryFn: ({ signal }) => api.access.listPolicies({}, { signal }),
})

/** Ready-made policies, and what conditions may speak of. */
export const templatesQuery = queryOptions({
  queryKey: ['policies', 'templates'],
  queryFn: ({ signal }) => api.access.listPolicyTemplates({}, { signal }),
  staleTime: 300_000,
})
