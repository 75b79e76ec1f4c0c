import { queryOptions } from '@tanstack/react-query'
import { api, type Answer } from '../api.ts'

export type Approval = Answer<'access', 'getApproval'>
export type View = 'waiting' | 'mine' | 'settled'

export const views = ['waiting', 'mine', 'settled'] as const satisfies View[]

/** As many as the API answers at once: beyond them the audit log tells the rest. */
const MOST = 100

/** What one has proposed or may decide on, newest first, and of it what waits for oneself. */
export const approvalsQuery = queryOptions({
  queryKey: ['approvals', 'list'],
  queryFn: async ({ signal }) => {
    const [waiting, all] = await Promise.all([
      api.access.listApprovals({ waiting: 'true', page_size: MOST }, { signal }),
      api.access.listApprovals({ page_size: MOST }, { signal }),
    ])
    return { waiting, all: all.items }
  },
})

/** How many proposals wait for whoever is signed in. */
export const waitingCountQuery = queryOptions({
  queryKey: ['approvals', 'count'],
  queryFn: async ({ signal }) => {
    const { total } = await api.access.listApprovals({ waiting: 'true', page_size: 1 }, { signal })
    return total
  },
})

/** What belongs to a view. Approved calls of one's own wait for oneself: they are to be carried out. */
export function ofView(
  lists: { waiting: { items: Approval[] }; all: Approval[] },
  view: View,
  myId: string,
): Approval[] {
  if (view === 'mine') return lists.all.filter((approval) => approval.proposed_by === myId)
  if (view === 'settled') return lists.all.filter(({ status }) => status !== 'pending')
  return lists.waiting.items
}
