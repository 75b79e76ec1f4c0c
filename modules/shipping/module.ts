import { shipping } from '@rampart/contracts/shipping.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { createMethod } from './create-method.ts'
import { deleteMethod } from './delete-method.ts'
import { listMethods } from './list-methods.ts'
import { quoteRates } from './quote-rates.ts'
import { seedMethods } from './seed-methods.ts'
import { updateMethod } from './update-method.ts'

/** How orders are sent, and what that costs. */
export const shippingModule = defineModule({
  contract: shipping,
  calls: {},
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: {
      quoteRates: quoteRates(deps),
      listMethods: listMethods(deps),
      createMethod: createMethod(deps),
      updateMethod: updateMethod(deps),
      deleteMethod: deleteMethod(deps),
    },
    prepare: seedMethods(deps),
  }),
})
