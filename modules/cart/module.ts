import { cart } from '@rampart/contracts/cart.ts'
import { catalog } from '@rampart/contracts/catalog.ts'
import { inventory } from '@rampart/contracts/inventory.ts'
import { pricing } from '@rampart/contracts/pricing.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { addItem } from './add-item.ts'
import { enterCode } from './codes/enter-code.ts'
import { removeCode } from './codes/remove-code.ts'
import { forgetGuestCarts } from './forget-guest-carts.ts'
import { getCartForCheckout } from './get-cart-for-checkout.ts'
import { getCart } from './get-cart.ts'
import { mergeCart } from './merge-cart.ts'
import { erasePersonalData } from './privacy/erase-personal-data.ts'
import { exportPersonalData } from './privacy/export-personal-data.ts'
import { removeItem } from './remove-item.ts'
import { setCurrency } from './set-currency.ts'
import { takeOrderedLines } from './take-ordered-lines.ts'
import { updateItem } from './update-item.ts'

/** What shoppers mean to buy. */
export const cartModule = defineModule({
  contract: cart,
  calls: { catalog, inventory, pricing },
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: {
      getCart: getCart(deps),
      addItem: addItem(deps),
      updateItem: updateItem(deps),
      setCurrency: setCurrency(deps),
      removeItem: removeItem(deps),
      enterCode: enterCode(deps),
      removeCode: removeCode(deps),
      mergeCart: mergeCart(deps),
      getCartForCheckout: getCartForCheckout(deps),
      takeOrderedLines: takeOrderedLines(deps),
      exportPersonalData: exportPersonalData(deps),
      erasePersonalData: erasePersonalData(deps),
    },
    schedules: [{ name: 'forget-guest-carts', everySeconds: 3_600, run: forgetGuestCarts(deps) }],
  }),
})
