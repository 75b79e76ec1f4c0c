import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { abandonProcess } from './abandon-process.ts'
import type { CheckoutDeps } from './deps.ts'
import { finishProcess } from './finish-process.ts'
import type { ProcessRow } from './store/process-row.ts'

type PaymentStatus = 'pending' | 'captured' | 'failed' | 'cancelled' | 'partially_refunded' | 'refunded'

/** Acts on how the payment of an open process stands. Answers false while it is undecided. */
export async function decideProcess(
  deps: CheckoutDeps,
  context: CallContext,
  process: ProcessRow,
  status: PaymentStatus,
): Promise<boolean> {
  switch (status) {
    case 'pending':
      return false
    case 'captured':
    case 'partially_refunded':
    case 'refunded':
      await finishProcess(deps, context, process)
      return true
    case 'failed':
    case 'cancelled':
      await abandonProcess(deps, context, process.order_id, 'payment_failed')
      return true
  }
}
