import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { ownerOf } from '../owner-of.ts'
import { readArchive } from './read-archive.ts'

/** Hands an archive to its owner, part by part. Another's, one that is too old and one that never was are alike not there. */
export const downloadExport =
  (deps: CustomersDeps): Handler<Customers, 'downloadExport'> =>
  async ({ export_id }, context) => {
    const owner = ownerOf(context)
    const found = await readArchive(deps, { export_id, account_id: owner }, 0, context.now())
    if (found === null) throw context.fail('NOT_FOUND')
    // Not a change, but somebody who looks for a thief will want to know.
    await deps.db.tx((tx) =>
      deps.audit.record(tx, context, {
        action: 'customers.export_downloaded',
        subject_type: 'account',
        subject_id: owner,
        after: { export_id },
      }),
    )
    return {
      content_type: 'application/zip',
      bytes: found.bytes,
      attachment: `my-data-${found.ready_at.slice(0, 10)}.zip`,
      next: found.next,
    }
  }
