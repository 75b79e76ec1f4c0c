import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { CartDeps } from './deps.ts'
import { deleteForgottenCarts } from './store/carts.ts'
import { forgetTakenOrders } from './store/orders.ts'

const KEPT_MS = 60 * 24 * 3_600_000
const BATCH = 500

/** Deletes guests' carts that nobody touched for 60 days. */
export const forgetGuestCarts =
  (deps: CartDeps) =>
  async (context: JobContext): Promise<void> => {
    const before = new Date(context.now().getTime() - KEPT_MS)
    await forgetTakenOrders(deps.db, before)
    for (;;) {
      const deleted = await deleteForgottenCarts(deps.db, before, BATCH)
      if (deleted < BATCH) return
    }
  }
