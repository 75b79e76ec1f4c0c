import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PricingDeps } from '../deps.ts'
import { taxProblem } from '../domain/tax/problem.ts'
import { changeRules } from '../promotions/change-rules.ts'
import { tableWith } from '../rules/tax-rules.ts'
import { lockTaxSettings, saveTaxSettings } from '../store/tax-settings.ts'
import { settingsView } from './settings-view.ts'

/** Says by what the shop taxes from the next cart on. */
export const updateTaxSettings =
  (deps: PricingDeps): Handler<Pricing, 'updateTaxSettings'> =>
  async (input, context) => {
    const problem = taxProblem(input, tableWith(input.own_rates))
    if (problem !== null) throw context.fail('PRICING_BAD_TAXES', { errors: [problem] })
    const now = context.now()
    return await changeRules(deps, async (tx) => {
      const before = await lockTaxSettings(tx)
      await saveTaxSettings(tx, input, now)
      await deps.audit.record(tx, context, {
        action: 'pricing.taxes-updated',
        subject_type: 'tax_settings',
        subject_id: 'shop',
        before: before?.settings ?? null,
        after: input,
      })
      return settingsView({ settings: input, updated_at: now.toISOString() }, now.toISOString().slice(0, 10))
    })
  }
