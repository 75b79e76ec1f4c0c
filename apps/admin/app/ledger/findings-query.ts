import { queryOptions } from '@tanstack/react-query'
import { api, type Answer } from '../api.ts'

export type Findings = Answer<'payments', 'listFindings'>
export type Finding = Findings['items'][number]

/** What providers' books and ours say differently. */
export const findingsQuery = queryOptions({
  queryKey: ['findings'],
  queryFn: ({ signal }) => api.payments.listFindings({}, { signal }),
})
