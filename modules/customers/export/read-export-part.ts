import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { ownerOf } from '../owner-of.ts'
import { readArchive } from './read-archive.ts'

/** Goes on with an archive, for the owner whose download has been noted. */
export const readExportPart =
  (deps: CustomersDeps): Handler<Customers, 'readExportPart'> =>
  async ({ export_id, part }, context) => {
    const found = await readArchive(deps, { export_id, account_id: ownerOf(context) }, part, context.now())
    if (found === null) throw context.fail('NOT_FOUND')
    return { bytes: found.bytes, next: found.next }
  }
