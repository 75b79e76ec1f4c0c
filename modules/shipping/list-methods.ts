import type { Shipping } from '@rampart/contracts/shipping.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { ShippingDeps } from './deps.ts'
import { methodView } from './method-view.ts'
import { findMethods } from './store/methods.ts'

/** Shipping methods in their order. Only staff see those that are switched off. */
export const listMethods =
  (deps: ShippingDeps): Handler<Shipping, 'listMethods'> =>
  async (_input, { principal }) => ({
    items: (await findMethods(deps.db, principal.kind !== 'staff')).map(methodView),
  })
