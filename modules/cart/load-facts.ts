import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { CartDeps } from './deps.ts'

type SaleVariant = OutputOf<Catalog, 'getVariantsForSale'>['variants'][number]

/** What catalogue and stock say now of the variants that were asked for. */
export type Facts = {
  /** What the prices are in. */
  readonly currency: string
  readonly asked: ReadonlySet<string>
  readonly variants: ReadonlyMap<string, SaleVariant>
  /** What can be ordered, and what of it is there. */
  readonly available: ReadonlyMap<string, number>
  readonly here: ReadonlyMap<string, number>
}

/** Asks catalogue and stock about variants: one call each, none for no variant. */
export async function loadFacts(
  deps: CartDeps,
  context: CallContext,
  variantIds: readonly string[],
  currency: string,
): Promise<Facts> {
  const asked = new Set(variantIds)
  if (asked.size === 0) return { currency, asked, variants: new Map(), available: new Map(), here: new Map() }
  const input = { variant_ids: [...asked] }
  const [{ variants }, { levels }] = await Promise.all([
    deps.clients.catalog.getVariantsForSale(context, { ...input, currency }),
    deps.clients.inventory.getLevels(context, input),
  ])
  return {
    currency,
    asked,
    variants: new Map(variants.map((variant) => [variant.variant_id, variant])),
    available: new Map(levels.map((level) => [level.variant_id, level.orderable])),
    here: new Map(levels.map((level) => [level.variant_id, level.available])),
  }
}
