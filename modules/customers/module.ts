import { defineModule } from '@rampart/platform/module/define-module.ts'
import { customers } from '@rampart/contracts/customers.ts'
import { createAddress } from './create-address.ts'
import { deleteAddress } from './delete-address.ts'
import { listAddresses } from './list-addresses.ts'
import { updateAddress } from './update-address.ts'

/** What customers keep with the shop: their addresses. */
export const customersModule = defineModule({
  contract: customers,
  calls: {},
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: {
      listAddresses: listAddresses(deps),
      createAddress: createAddress(deps),
      updateAddress: updateAddress(deps),
      deleteAddress: deleteAddress(deps),
    },
  }),
})
