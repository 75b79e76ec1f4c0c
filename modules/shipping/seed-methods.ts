import { newId } from '@rampart/platform/crypto/ids.ts'
import type { ShippingDeps } from './deps.ts'
import { defaultMethods } from './domain/default-methods.ts'
import { claimSeeding, insertMethod } from './store/methods.ts'

/** Gives a new shop its first methods in each currency it sells in, once. */
export const seedMethods = (deps: ShippingDeps) => async (): Promise<void> => {
  const now = deps.clock()
  const { shop_currency, shop_currencies } = deps.settings
  await deps.db.tx(async (tx) => {
    if (!(await claimSeeding(tx, now))) return
    for (const currency of shop_currencies)
      for (const { code, ...method } of defaultMethods(currency)) {
        const own = currency === shop_currency ? code : `${code}-${currency.toLowerCase()}`
        await insertMethod(tx, newId(), own, { ...method, currency, countries: [], active: true }, now)
      }
  })
}
