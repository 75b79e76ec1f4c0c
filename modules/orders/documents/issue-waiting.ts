import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { OrdersDeps } from '../deps.ts'
import { findDueOrders, findSeller } from '../store/documents.ts'
import { issueDue } from './issue-due.ts'

const BATCH = 200

/** Writes the papers that waited for the shop to say who it is. */
export const issueWaiting =
  (deps: OrdersDeps) =>
  async ({ call }: JobContext): Promise<void> => {
    if ((await findSeller(deps.db)) === null) return
    for (const id of await findDueOrders(deps.db, BATCH)) {
      try {
        await deps.db.tx((tx) => issueDue(deps, tx, call, id))
      } catch (error) {
        deps.log.warn('papers of an order could not be written; they will be tried again', {
          order_id: id,
          error,
        })
      }
    }
  }
