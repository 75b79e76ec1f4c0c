import type { Checkout } from '@rampart/contracts/checkout.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { ErrorCodeOf } from '@rampart/platform/contract/define-contract.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import type { CheckoutDeps } from './deps.ts'
import type { Plan } from './plan.ts'
import { forgetProcess, type ProcessRow } from './store/process-row.ts'

type Context = HandlerContext<ErrorCodeOf<Checkout, 'placeOrder'>>

/** Uses up the coupons of an order and charges its gift cards, all of them or none. */
export async function holdCodes(
  deps: CheckoutDeps,
  context: Context,
  { order_id, plan }: ProcessRow,
): Promise<void> {
  if (!hasCodes(plan)) return
  const { coupons, gift_cards } = plan.pricing
  try {
    await deps.clients.pricing.holdForOrder(context, {
      ...{ order_id, email: plan.email, currency: plan.currency, coupons },
      gift_cards: gift_cards.map(({ gift_card_id, amount_minor }) => ({ gift_card_id, amount_minor })),
    })
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('PRICING_')) throw error
    if (error.code === 'PRICING_ORDER_RELEASED') throw context.fail('CHECKOUT_FAILED')
    // Nothing was held, so there is nothing to undo and the key may be used again.
    await forgetProcess(deps.db, order_id)
    throw context.fail(
      error.code === 'PRICING_GIFT_CARD_SPENT' ? 'CHECKOUT_GIFT_CARD_SPENT' : 'CHECKOUT_COUPON_REFUSED',
    )
  }
}

/** The order is paid: what was held stays used. Answers false when it had been given back in the meantime. */
export async function settleCodes(
  deps: CheckoutDeps,
  context: CallContext,
  { order_id, plan }: ProcessRow,
): Promise<boolean> {
  if (!hasCodes(plan)) return true
  try {
    await deps.clients.pricing.settleForOrder(context, { order_id })
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'PRICING_ORDER_RELEASED') return false
    throw error
  }
}

/** Gives back what was held for an order that comes to nothing. */
export async function releaseCodes(
  deps: CheckoutDeps,
  context: CallContext,
  { order_id, plan }: ProcessRow,
): Promise<void> {
  if (hasCodes(plan)) await deps.clients.pricing.releaseForOrder(context, { order_id })
}

function hasCodes(plan: Plan): plan is Plan & { pricing: NonNullable<Plan['pricing']> } {
  return plan.pricing !== undefined && plan.pricing.coupons.length + plan.pricing.gift_cards.length > 0
}
