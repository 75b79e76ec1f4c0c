import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { CheckoutDeps } from './deps.ts'
import { forgetEndedBuyers } from './store/forget-buyer.ts'

/** For longer than that nobody repeats a request with the same key. */
const KEPT_MS = 2 * 86_400_000
const BATCH = 500

/** Forgets who bought, in the plans of purchases that have ended: the order knows what must be known. */
export const forgetBuyers =
  (deps: CheckoutDeps) =>
  async ({ now }: JobContext): Promise<void> => {
    const before = new Date(now().getTime() - KEPT_MS)
    for (;;) if ((await forgetEndedBuyers(deps.db, before, BATCH, now())) < BATCH) return
  }
