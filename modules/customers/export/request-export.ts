import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { tooSoonAfter } from '../domain/retention.ts'
import { ownerOf } from '../owner-of.ts'
import { findHindrance, insertExport, lockExports } from '../store/exports.ts'
import { EXPORT_JOB, EXPORT_TRIES } from './make-export.ts'

/** Has an archive made of what the shop holds about whoever asks: one at a time, one a day. */
export const requestExport =
  (deps: CustomersDeps): Handler<Customers, 'requestExport'> =>
  async (_input, context) => {
    const owner = ownerOf(context)
    return deps.db.tx(async (tx) => {
      await lockExports(tx, owner)
      const hindrance = await findHindrance(tx, owner, tooSoonAfter(context.now()))
      if (hindrance === 'queued') throw context.fail('CUSTOMERS_EXPORT_RUNNING')
      if (hindrance === 'ready') throw context.fail('CUSTOMERS_EXPORT_TOO_SOON')
      const row = await insertExport(tx, owner, newId(), context.now())
      await deps.jobs.add(tx, EXPORT_JOB, { export_id: row.id }, { maxAttempts: EXPORT_TRIES })
      await deps.audit.record(tx, context, {
        action: 'customers.export_requested',
        subject_type: 'account',
        subject_id: owner,
        after: { export_id: row.id },
      })
      return row
    })
  }
