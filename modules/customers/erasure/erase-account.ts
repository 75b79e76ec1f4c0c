import { z } from 'zod'
import { Id } from '@rampart/platform/contract/fields.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import type { CustomersDeps } from '../deps.ts'
import { type ErasureRow, findOpenErasure, finishErasure, markErased } from '../store/erasures.ts'
import { eraseEverywhere } from './erase-everywhere.ts'
import { openContact } from './last-contact.ts'

/** The job that carries out an erasure, and an hour later looks once more. */
export const ERASE_JOB = 'erase-account'

/** Tries for each of the two; with the queue's growing waits, some days. A schedule begins anew after that. */
export const ERASE_TRIES = 20

/** Requests that were under way when the account went have long ended by then. */
const SECOND_LOOK_MS = 3_600_000

const Payload = z.strictObject({ erasure_id: Id })

/** One waiting job for each erasure. */
export function jobKey(erasureId: string): string {
  return `erase:${erasureId}`
}

/**
 * Removes a person everywhere, writes the last mail and says that it is done. Killed anywhere in between, it is run
 * again from its start. The second look, an hour later, removes what requests wrote that had begun before the account
 * was gone, and forgets where the last mail went.
 */
export const eraseAccount =
  (deps: CustomersDeps): JobHandler =>
  async (payload, { call, now }) => {
    const { erasure_id } = Payload.parse(payload)
    const erasure = await findOpenErasure(deps.db, erasure_id)
    if (erasure === null || isTooEarly(erasure, now())) return
    const { account_id } = erasure
    const contact = openContact(deps.keys, account_id, erasure.contact)
    await eraseEverywhere(deps, call, { account_id, email: contact.email, before: erasure.requested_at })
    if (erasure.erased_at !== null) return finishErasure(deps.db, erasure_id, now())

    await deps.clients.notifications.sendFarewell(call, { erasure_id, account_id, ...contact })
    await deps.db.tx(async (tx) => {
      const moment = now()
      if (!(await markErased(tx, erasure_id, moment))) return
      const again = {
        runAt: after(moment, SECOND_LOOK_MS),
        key: jobKey(erasure_id),
        maxAttempts: ERASE_TRIES,
      }
      await deps.jobs.add(tx, ERASE_JOB, { erasure_id }, again)
      await deps.outbox.add(tx, 'customers.account-erased.v1', { account_id })
      await deps.audit.record(tx, call, {
        action: 'customers.account_erased',
        subject_type: 'account',
        subject_id: account_id,
        after: { erasure_id },
      })
    })
  }

/** A first look that died after its last step comes again at once: it must not be taken for the second. */
function isTooEarly({ erased_at }: ErasureRow, now: Date): boolean {
  return erased_at !== null && now < after(new Date(erased_at), SECOND_LOOK_MS / 2)
}

function after(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms)
}
