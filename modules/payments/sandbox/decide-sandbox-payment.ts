import type { Payments } from '@rampart/contracts/payments.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { PaymentsDeps } from '../deps.ts'
import { type BankRow, decideBankRow, findBankRow, ripenBankRow } from './bank-row.ts'
import { queueWebhook } from './send-webhook.ts'

/** A payment as the bank's own page shows it. Whoever knows its random id may see and decide it, as with a real bank's link. */
export const getSandboxPayment =
  (deps: PaymentsDeps): Handler<Payments, 'getSandboxPayment'> =>
  async (input, context) => {
    const row = await ripenBankRow(deps.db, input.payment_id)
    if (row === null) throw context.fail('NOT_FOUND')
    return bankView(deps, row)
  }

/** Approves an open payment, at once or after a delay; then the bank tells the shop. */
export const approveSandboxPayment =
  (deps: PaymentsDeps): Handler<Payments, 'approveSandboxPayment'> =>
  async (input, context) => {
    const delay = input.delay_seconds ?? 0
    if (delay === 0) return decide(deps, context, input.payment_id, 'approved', null)
    const at = new Date(context.now().getTime() + delay * 1000)
    return decide(deps, context, input.payment_id, 'approving', at)
  }

/** Declines an open payment; then the bank tells the shop. */
export const declineSandboxPayment =
  (deps: PaymentsDeps): Handler<Payments, 'declineSandboxPayment'> =>
  (input, context) =>
    decide(deps, context, input.payment_id, 'declined', null)

async function decide(
  deps: PaymentsDeps,
  context: HandlerContext<'PAYMENTS_SANDBOX_CLOSED'>,
  reference: string,
  status: 'approved' | 'approving' | 'declined',
  at: Date | null,
) {
  if (!deps.settings.sandbox_payments) throw context.fail('NOT_FOUND')
  const row = await deps.db.tx(async (tx) => {
    const decided = await decideBankRow(tx, reference, status, at)
    if (decided !== null) await queueWebhook(deps, tx, reference, at)
    return decided
  })
  if (row !== null) return bankView(deps, row)
  const known = await findBankRow(deps.db, reference)
  throw context.fail(known === null ? 'NOT_FOUND' : 'PAYMENTS_SANDBOX_CLOSED')
}

function bankView(deps: PaymentsDeps, row: BankRow) {
  return {
    id: row.reference,
    amount: moneyOut(row.amount_minor, row.currency),
    status: row.status,
    shop_name: deps.settings.shop_name,
    order_id: row.order_id,
    return_url: row.return_url,
  }
}
