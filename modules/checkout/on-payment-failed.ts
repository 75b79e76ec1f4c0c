import type { Payments } from '@rampart/contracts/payments.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import { abandonProcess } from './abandon-process.ts'
import type { CheckoutDeps } from './deps.ts'
import { processOfOrder } from './store/process-row.ts'

/** Undoes a purchase whose payment came to nothing. One that was finished in the meantime stays. */
export const onPaymentFailed =
  (deps: CheckoutDeps): Listener<EventPayload<Payments, 'payments.payment-failed.v1'>> =>
  async ({ payload }, { call, once }) => {
    const process = await processOfOrder(deps.db, payload.order_id)
    if (process?.state === 'open') await abandonProcess(deps, call, payload.order_id, 'payment_failed')
    await once(() => Promise.resolve())
  }
