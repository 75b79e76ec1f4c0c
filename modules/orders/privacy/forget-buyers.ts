import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { OrdersDeps } from '../deps.ts'
import { forgetInvoices } from '../store/erase-buyer.ts'
import { eraseSettled } from './erase-settled.ts'

/** Forgets the buyers of orders that have been settled since they left, and invoices that need not be kept longer. */
export const forgetBuyers =
  (deps: OrdersDeps) =>
  async ({ call, now }: JobContext): Promise<void> => {
    await eraseSettled(deps, call, now)
    await forgetInvoices(deps.db, now())
  }
