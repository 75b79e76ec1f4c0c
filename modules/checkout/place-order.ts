import type { Checkout } from '@rampart/contracts/checkout.ts'
import type { ErrorCodeOf, OutputOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import { abandonProcess } from './abandon-process.ts'
import type { CheckoutDeps } from './deps.ts'
import { decideProcess, standingOf } from './decide-process.ts'
import { HOLD_SECONDS } from './domain/deadlines.ts'
import { holdCodes, releaseCodes } from './hold-codes.ts'
import { makePlan } from './make-plan.ts'
import {
  beginProcess,
  forgetProcess,
  processByKey,
  processOfOrder,
  type ProcessRow,
} from './store/process-row.ts'

type Placed = OutputOf<Checkout, 'placeOrder'>
type Context = HandlerContext<ErrorCodeOf<Checkout, 'placeOrder'>>

/**
 * Places an order: plan, process row, coupons and gift cards, stock, payment, order. Each step may be repeated, so a request that comes again
 * after a crash goes on where the first one stopped; a process that nobody comes back for is undone by the reconciler.
 */
export const placeOrder =
  (deps: CheckoutDeps): Handler<Checkout, 'placeOrder'> =>
  async (input, context) => {
    if (context.idempotency_key === null) throw context.fail('IDEMPOTENCY_KEY_REQUIRED')
    const key = requestKey(context.idempotency_key, input)
    const process = (await processByKey(deps.db, key)) ?? (await beginPlanned())
    if (process.state === 'abandoned') throw context.fail('CHECKOUT_FAILED')

    await holdCodes(deps, context, process)
    await holdStock(deps, context, process)
    const payment = await openPayment(deps, context, process)
    const order = await writeOrder(deps, context, process, payment)
    await assertStillWanted(deps, context, process)
    const atOnce = payment.due === true || process.plan.payment_method === 'nothing_to_pay'
    return atOnce ? finish(process, order) : order

    async function beginPlanned(): Promise<ProcessRow> {
      const { plan, cartId } = await makePlan(deps, context, input)
      return beginProcess(deps.db, { orderId: newId(), idempotencyKey: key, plan, cartId })
    }

    /** Nobody comes back from a payment page that there is none of: nothing to pay, or paid at the door. */
    async function finish(open: ProcessRow, order: Placed): Promise<Placed> {
      const payment = await deps.clients.payments.syncPayment(context, { order_id: open.order_id })
      if (payment !== null) await decideProcess(deps, context, open, standingOf(payment))
      return (await deps.clients.orders.getPlacedOrder(context, { order_id: open.order_id })) ?? order
    }
  }

/**
 * One text for the buyer's key and what was asked for with it. The edge compares the two for a day; this holds for
 * ever, so that a poor key, used by somebody else later, does not open an order.
 */
function requestKey(key: string, input: ParsedInputOf<Checkout, 'placeOrder'>): string {
  return hashToken(JSON.stringify([key, input])).toString('base64url')
}

async function holdStock(deps: CheckoutDeps, context: Context, process: ProcessRow): Promise<void> {
  const lines = process.plan.lines.map(({ variant_id, quantity }) => ({ variant_id, quantity }))
  try {
    const { status } = await deps.clients.inventory.reserveStock(context, {
      order_id: process.order_id,
      lines,
      expires_in_seconds: HOLD_SECONDS,
    })
    if (status === 'released') throw context.fail('CHECKOUT_FAILED')
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'INVENTORY_OUT_OF_STOCK') throw error
    // Nothing is held any more, so there is nothing to undo and the key may be used again.
    await releaseCodes(deps, context, process)
    await forgetProcess(deps.db, process.order_id)
    throw context.fail('CHECKOUT_OUT_OF_STOCK', error.errors === undefined ? {} : { errors: error.errors })
  }
}

function openPayment(deps: CheckoutDeps, context: Context, { order_id, plan }: ProcessRow) {
  return deps.clients.payments.createPayment(context, {
    order_id,
    provider: plan.payment_method,
    amount_minor: plan.pricing?.to_pay_minor ?? plan.total_minor,
    currency: plan.currency,
    return_url: `${deps.settings.public_url}/checkout/return?order_id=${order_id}`,
  })
}

function writeOrder(
  deps: CheckoutDeps,
  context: Context,
  { order_id, plan }: ProcessRow,
  payment: Awaited<ReturnType<typeof openPayment>>,
) {
  const { payment_method: _method, total_minor: _total, ...order } = plan
  return deps.clients.orders.createOrder(context, {
    ...order,
    order_id,
    payment: { id: payment.id, provider: payment.provider, next_action: payment.next_action },
  })
}

/** A request that was slower than the reconciler's patience finds its process given up: then the order goes too. */
async function assertStillWanted(deps: CheckoutDeps, context: Context, process: ProcessRow): Promise<void> {
  const now = await processOfOrder(deps.db, process.order_id)
  if (now?.state !== 'abandoned') return
  await abandonProcess(deps, context, process.order_id, 'not_started')
  throw context.fail('CHECKOUT_FAILED')
}
