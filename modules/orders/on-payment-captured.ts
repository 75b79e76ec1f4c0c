import type { Payments } from '@rampart/contracts/payments.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { OrdersDeps } from './deps.ts'

/** Notes that an order that was on its way before it was paid is paid now. All others the checkout tells of. */
export const onPaymentCaptured =
  (_deps: OrdersDeps): Listener<EventPayload<Payments, 'payments.payment-captured.v1'>> =>
  async ({ payload }, { once }) => {
    await once((tx) =>
      tx.run(sql`
        UPDATE orders.orders SET payment_status = 'captured', updated_at = now()
        WHERE id = ${payload.order_id} AND payment_status = 'pending'
          AND status IN ('processing', 'shipped', 'delivered')`),
    )
  }
