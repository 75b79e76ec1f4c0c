/** Where a return stands. */
export type ReturnState =
  'requested' | 'approved' | 'rejected' | 'received' | 'inspected' | 'refunded' | 'closed' | 'cancelled'

/** Who wants a step: the buyer, the back office, or the money that was paid back. */
export type ReturnActor = 'buyer' | 'staff' | 'payments'

/** What a step is called where somebody takes it. A refund is made by payments and only asked for here. */
export type ReturnAction = 'cancel' | 'approve' | 'reject' | 'receive' | 'inspect' | 'refund' | 'close'

type Step = {
  readonly from: ReturnState
  readonly to: ReturnState
  readonly by: ReturnActor
  readonly action: ReturnAction
}

/** Every step that exists. What is not here cannot happen. */
export const returnSteps: readonly Step[] = [
  { from: 'requested', to: 'approved', by: 'staff', action: 'approve' },
  { from: 'requested', to: 'rejected', by: 'staff', action: 'reject' },
  { from: 'requested', to: 'cancelled', by: 'buyer', action: 'cancel' },
  { from: 'approved', to: 'received', by: 'staff', action: 'receive' },
  { from: 'approved', to: 'closed', by: 'staff', action: 'close' },
  { from: 'received', to: 'inspected', by: 'staff', action: 'inspect' },
  { from: 'inspected', to: 'refunded', by: 'payments', action: 'refund' },
  { from: 'inspected', to: 'closed', by: 'staff', action: 'close' },
  // The money was on its way while somebody closed it: what was paid is paid.
  { from: 'closed', to: 'refunded', by: 'payments', action: 'refund' },
]

/** From where a return may be taken to a state. */
export function returnSources(to: ReturnState, by: ReturnActor): ReturnState[] {
  return returnSteps.filter((step) => step.to === to && step.by === by).map((step) => step.from)
}

/** What somebody may do with a return now, the next step first. */
export function returnActions(from: ReturnState, viewer: 'buyer' | 'staff', arrived: number): ReturnAction[] {
  return returnSteps
    .filter((step) => step.from === from && step.from !== 'closed')
    .filter(({ by }) => (viewer === 'buyer' ? by === 'buyer' : by !== 'buyer'))
    .filter(({ action }) => action !== 'refund' || arrived > 0)
    .map(({ action }) => action)
}
