import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'
import type { KeptRules } from './rules/kept-rules.ts'
import type { Secrets } from './secrets.ts'

export type PricingDeps = Deps<Pricing, { catalog: Catalog }> & {
  readonly rules: KeptRules
  readonly secrets: Secrets
}
