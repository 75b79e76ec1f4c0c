/** Where an order stands. */
export type OrderStatus = 'pending_payment' | 'paid' | 'processing' | 'shipped' | 'delivered' | 'cancelled'

/** Who wants a step: the buyer, the back office, or the checkout process. */
export type Actor = 'buyer' | 'staff' | 'checkout'

type Step = { readonly from: OrderStatus; readonly to: OrderStatus; readonly by: readonly Actor[] }

/** Every step that exists. What is not here cannot happen. */
export const steps: readonly Step[] = [
  { from: 'pending_payment', to: 'paid', by: ['checkout'] },
  { from: 'pending_payment', to: 'cancelled', by: ['buyer', 'staff', 'checkout'] },
  // Paid when it arrives.
  { from: 'pending_payment', to: 'processing', by: ['checkout'] },
  { from: 'paid', to: 'processing', by: ['staff'] },
  { from: 'paid', to: 'shipped', by: ['staff'] },
  { from: 'paid', to: 'cancelled', by: ['buyer', 'staff'] },
  { from: 'processing', to: 'shipped', by: ['staff'] },
  { from: 'processing', to: 'cancelled', by: ['staff'] },
  { from: 'shipped', to: 'delivered', by: ['staff'] },
]

/** From where an actor may take an order to a status. Empty: never. */
export function sourcesOf(to: OrderStatus, actor: Actor): OrderStatus[] {
  return steps.filter((step) => step.to === to && step.by.includes(actor)).map((step) => step.from)
}

/** Where an actor may take an order from its present status. */
export function targetsOf(from: OrderStatus, actor: Actor): OrderStatus[] {
  return steps.filter((step) => step.from === from && step.by.includes(actor)).map((step) => step.to)
}

/** Whether the address and the note may still be corrected. */
export const editableStatuses: readonly OrderStatus[] = ['pending_payment', 'paid', 'processing']
