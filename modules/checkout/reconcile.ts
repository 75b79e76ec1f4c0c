import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import { abandonProcess } from './abandon-process.ts'
import { decideProcess, standingOf } from './decide-process.ts'
import type { CheckoutDeps } from './deps.ts'
import { isOverdue } from './domain/deadlines.ts'
import { finishProcess } from './finish-process.ts'
import { claimDueProcesses, type ProcessRow } from './store/process-row.ts'

const BATCH = 100

/** Finishes or undoes purchases whose news never came: lost webhooks, closed browsers, crashes in between. */
export const reconcile =
  (deps: CheckoutDeps) =>
  async ({ call, now }: JobContext): Promise<void> => {
    // Until none is due: on a busy day more purchases wait than one batch, and none may wait for long.
    for (;;) {
      const due = await claimDueProcesses(deps.db, BATCH)
      for (const process of due) await reconcileOrWait(deps, call, process, now())
      if (due.length < BATCH) return
    }
  }

async function reconcileOrWait(
  deps: CheckoutDeps,
  call: CallContext,
  process: ProcessRow,
  now: Date,
): Promise<void> {
  try {
    await reconcileProcess(deps, call, process, now)
  } catch (error) {
    deps.log.warn('a purchase could not be reconciled; it will be tried again', {
      order_id: process.order_id,
      error,
    })
  }
}

async function reconcileProcess(
  deps: CheckoutDeps,
  call: CallContext,
  process: ProcessRow,
  now: Date,
): Promise<void> {
  const { order_id, created_at } = process
  const payment = await deps.clients.payments.syncPayment(call, { order_id })
  if (payment !== null && (await decideProcess(deps, call, process, standingOf(payment)))) return
  const age = (now.getTime() - Date.parse(created_at)) / 1000
  if (!isOverdue(age, payment !== null)) return
  // Closed at the provider first: what cannot be paid any more can be undone.
  const closed = await deps.clients.payments.cancelPayment(call, { order_id })
  if (closed?.status === 'captured') await finishProcess(deps, call, process, 'paid')
  else await abandonProcess(deps, call, order_id, payment === null ? 'not_started' : 'payment_expired')
}
