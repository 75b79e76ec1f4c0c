import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import { addressFields } from './address-fields.ts'
import type { CustomersDeps } from './deps.ts'
import { ownerOf } from './owner-of.ts'
import { lockAddresses, replaceAddress, setDefault } from './store/addresses.ts'

/** Replaces a saved address. Whether it is the default stays as it was unless `is_default` says so. */
export const updateAddress =
  (deps: CustomersDeps): Handler<Customers, 'updateAddress'> =>
  async ({ address_id, ...fields }, context) => {
    const owner = ownerOf(context)
    const { label, makeDefault, address } = addressFields(fields)
    return deps.db.tx(async (tx) => {
      await lockAddresses(tx, owner)
      const replaced = await replaceAddress(tx, owner, address_id, { label, address }, context.now())
      if (replaced === null) throw context.fail('NOT_FOUND')
      const turn = makeDefault !== undefined && makeDefault !== replaced.is_default
      const saved = turn ? await setDefault(tx, owner, address_id, makeDefault) : replaced
      await deps.audit.record(tx, context, {
        action: 'customers.address_updated',
        subject_type: 'address',
        subject_id: saved.id,
        after: { country: address.country, is_default: saved.is_default },
      })
      return saved
    })
  }
