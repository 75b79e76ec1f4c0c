import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from './deps.ts'
import { ownerOf } from './owner-of.ts'
import { listAddressRows } from './store/addresses.ts'

/** The saved addresses of whoever asks. */
export const listAddresses =
  (deps: CustomersDeps): Handler<Customers, 'listAddresses'> =>
  async (_input, context) => ({ items: await listAddressRows(deps.db, ownerOf(context)) })
