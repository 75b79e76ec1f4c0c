import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { abandonProcess } from './abandon-process.ts'
import type { CheckoutDeps } from './deps.ts'
import { finishProcess } from './finish-process.ts'
import type { ProcessRow } from './store/process-row.ts'

type Standing = 'due' | 'pending' | 'captured' | 'failed' | 'cancelled' | 'partially_refunded' | 'refunded'

/** How a payment stands: what is paid when the order arrives is neither open nor captured. */
export function standingOf({
  status,
  due,
}: {
  status: Exclude<Standing, 'due'>
  due?: true | undefined
}): Standing {
  return due === true ? 'due' : status
}

/** Acts on how the payment of an open process stands. Answers false while it is undecided. */
export async function decideProcess(
  deps: CheckoutDeps,
  context: CallContext,
  process: ProcessRow,
  standing: Standing,
): Promise<boolean> {
  switch (standing) {
    case 'pending':
      return false
    case 'due':
      await finishProcess(deps, context, process, 'due')
      return true
    case 'captured':
    case 'partially_refunded':
    case 'refunded':
      await finishProcess(deps, context, process, 'paid')
      return true
    case 'failed':
    case 'cancelled':
      await abandonProcess(deps, context, process.order_id, 'payment_failed')
      return true
  }
}
