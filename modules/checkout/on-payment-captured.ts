import type { Payments } from '@rampart/contracts/payments.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { CheckoutDeps } from './deps.ts'
import { finishProcess } from './finish-process.ts'
import { processOfOrder } from './store/process-row.ts'

/**
 * Finishes a purchase when its money is there. A capture that comes after the purchase was given up is news too:
 * `finishProcess` finds the order cancelled and pays the money back.
 */
export const onPaymentCaptured =
  (deps: CheckoutDeps): Listener<EventPayload<Payments, 'payments.payment-captured.v1'>> =>
  async ({ payload }, { call, once }) => {
    const process = await processOfOrder(deps.db, payload.order_id)
    if (process !== null && process.state !== 'completed') await finishProcess(deps, call, process, 'paid')
    await once(() => Promise.resolve())
  }
