import { queryOptions } from '@tanstack/react-query'
import { api, type Answer } from '../api.ts'

export type Approval = Answer<'access', 'getApproval'>
export type View = 'waiting' | 'mine' | 'settled'

export const views = ['waiting', 'mine', 'settled'] as const satisfies View[]

/** As many as the API answers at once: beyond them the audit log tells the rest. */
const MOST = 100

/** What one has proposed or may decide on, newest first; the views of the page are made of it. */
export const approvalsQuery = queryOptions({
  queryKey: ['approvals', 'list'],
  queryFn: async ({ signal }) => {
    const [pending, all] = await Promise.all([
      api.access.listApprovals({ status: 'pending', page_size: MOST }, { signal }),
      api.access.listApprovals({ page_size: MOST }, { signal }),
    ])
    return { pending: pending.items, all: all.items }
  },
})

/** What belongs to a view. Approved calls of one's own wait for oneself: they are to be carried out. */
export function ofView(
  lists: { pending: Approval[]; all: Approval[] },
  view: View,
  myId: string,
): Approval[] {
  if (view === 'mine') return lists.all.filter((approval) => approval.proposed_by === myId)
  if (view === 'settled') return lists.all.filter(({ status }) => status !== 'pending')
  return [
    ...lists.all.filter((approval) => approval.status === 'approved' && approval.proposed_by === myId),
    ...lists.pending.filter((approval) => approval.may_decide),
  ]
}
