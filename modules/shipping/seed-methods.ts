import { newId } from '@rampart/platform/crypto/ids.ts'
import type { ShippingDeps } from './deps.ts'
import { defaultMethods } from './domain/default-methods.ts'
import { claimSeeding, insertMethod } from './store/methods.ts'

/** Gives a new shop its first methods, once. */
export const seedMethods = (deps: ShippingDeps) => async (): Promise<void> => {
  const now = deps.clock()
  const currency = deps.settings.shop_currency
  await deps.db.tx(async (tx) => {
    if (!(await claimSeeding(tx, now))) return
    for (const { code, ...method } of defaultMethods(currency)) {
      await insertMethod(tx, newId(), code, { ...method, currency, countries: [], active: true }, now)
    }
  })
}
