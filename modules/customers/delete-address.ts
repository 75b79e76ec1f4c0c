import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from './deps.ts'
import { ownerOf } from './owner-of.ts'
import { deleteAddressRow, lockAddresses, promoteNewest } from './store/addresses.ts'

/** Removes a saved address. If it was the default, the newest of the others takes its place. */
export const deleteAddress =
  (deps: CustomersDeps): Handler<Customers, 'deleteAddress'> =>
  async ({ address_id }, context) => {
    const owner = ownerOf(context)
    await deps.db.tx(async (tx) => {
      await lockAddresses(tx, owner)
      const deleted = await deleteAddressRow(tx, owner, address_id)
      if (deleted === null) throw context.fail('NOT_FOUND')
      if (deleted.is_default) await promoteNewest(tx, owner)
      await deps.audit.record(tx, context, {
        action: 'customers.address_deleted',
        subject_type: 'address',
        subject_id: address_id,
        before: { country: deleted.address.country, is_default: deleted.is_default },
      })
    })
    return null
  }
