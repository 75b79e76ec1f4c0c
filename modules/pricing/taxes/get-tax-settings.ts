import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { findTaxSettings } from '../store/tax-settings.ts'
import { settingsView } from './settings-view.ts'

/** By what the shop taxes. */
export const getTaxSettings =
  (deps: PricingDeps): Handler<Pricing, 'getTaxSettings'> =>
  async (_input, context) =>
    settingsView(await findTaxSettings(deps.db), context.now().toISOString().slice(0, 10))
