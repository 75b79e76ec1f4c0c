import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import { addressFields } from './address-fields.ts'
import type { CustomersDeps } from './deps.ts'
import { ownerOf } from './owner-of.ts'
import { insertAddress, lockAddresses, setDefault } from './store/addresses.ts'

const MAX_ADDRESSES = 50

/** Saves an address. A customer's first one becomes the default. */
export const createAddress =
  (deps: CustomersDeps): Handler<Customers, 'createAddress'> =>
  async (input, context) => {
    const owner = ownerOf(context)
    const { label, makeDefault, address } = addressFields(input)
    return deps.db.tx(async (tx) => {
      await lockAddresses(tx, owner)
      const row = { id: newId(), label, address, max: MAX_ADDRESSES }
      const inserted = await insertAddress(tx, owner, row, context.now())
      if (inserted === null) throw context.fail('CUSTOMERS_TOO_MANY_ADDRESSES')
      const saved =
        makeDefault === true && !inserted.is_default ? await setDefault(tx, owner, row.id, true) : inserted
      await deps.audit.record(tx, context, {
        action: 'customers.address_created',
        subject_type: 'address',
        subject_id: saved.id,
        after: { country: address.country, is_default: saved.is_default },
      })
      return saved
    })
  }
