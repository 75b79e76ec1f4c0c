import type { PaymentProvider } from '../provider.ts'

/** What discounts or gift cards have covered whole: nothing is asked for, so nothing can fail. */
export function nothingToPay(): PaymentProvider {
  // The reference holds what a payment of nothing needs to be recognised by: its currency.
  const paid = (reference: string) =>
    Promise.resolve({
      status: 'captured' as const,
      amount_minor: 0,
      currency: reference.slice(0, 3),
    })
  return {
    code: 'nothing_to_pay',
    name: 'Nothing to pay',
    description: 'Discounts or gift cards have paid for this order.',
    // Nobody chooses it: it is what the checkout takes where nothing is left to pay.
    offered: () => Promise.resolve(false),
    open: (_context, { payment_id, currency }) =>
      Promise.resolve({ reference: `${currency}-${payment_id}`, next_action: null }),
    fetch: (_context, reference) => paid(reference),
    cancel: (_context, reference) => paid(reference),
    refund: () => Promise.resolve('failed'),
    list: () => none(),
    readWebhook: () => Promise.resolve(null),
  }
}

/** No other company keeps a list of them. */
async function* none(): AsyncGenerator<never> {}
