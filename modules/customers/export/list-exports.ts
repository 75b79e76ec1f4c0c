import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { ownerOf } from '../owner-of.ts'
import { listExportRows } from '../store/exports.ts'

/** The exports of whoever asks. */
export const listExports =
  (deps: CustomersDeps): Handler<Customers, 'listExports'> =>
  async (_input, context) => ({ items: await listExportRows(deps.db, ownerOf(context)) })
