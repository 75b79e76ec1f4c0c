import { shortCache } from '@rampart/platform/cache/short-cache.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import type { Promotion } from '../domain/promotion.ts'
import { findRevision } from '../store/revision.ts'
import { findInForce } from '../store/promotion-rows.ts'
import { findTaxSettings } from '../store/tax-settings.ts'
import { compilePromotion } from './compile-promotion.ts'
import { type ShopTaxes, shopTaxes } from './tax-rules.ts'

/** What a shop prices by, ready for the rules. */
export type LoadedRules = {
  readonly promotions: readonly Promotion[]
  /** The merchant's names of promotions, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly taxes: ShopTaxes
}

/** The rules in force, never older than a second. */
export type KeptRules = {
  (now: Date): Promise<LoadedRules>
  /** After a change by this process: the next cart is priced by it. */
  forget(): void
}

const KEPT_SECONDS = 1
/** Codes of what is over are told so for a while, and are unknown afterwards. */
const OVER_MS = 90 * 86_400_000

/**
 * Rules are read once and kept until their revision is another one. It is asked for once a second at most, whatever is priced
 * meanwhile.
 */
export function keptRules(db: Queryable): KeptRules {
  const looked = shortCache(KEPT_SECONDS, 1)
  let kept: { readonly revision: number; readonly rules: LoadedRules } | null = null
  const load = async (now: Date): Promise<LoadedRules> => {
    const revision = await findRevision(db)
    if (kept?.revision === revision) return kept.rules
    // Read after its revision: what changes meanwhile has a higher one and is read again.
    const rules = await readRules(db, now)
    kept = { revision, rules }
    return rules
  }
  const rules = (now: Date) => looked('rules', now, () => load(now))
  return Object.assign(rules, {
    forget: () => {
      looked.forget()
    },
  })
}

async function readRules(db: Queryable, now: Date): Promise<LoadedRules> {
  const [rows, stored] = await Promise.all([
    findInForce(db, new Date(now.getTime() - OVER_MS)),
    findTaxSettings(db),
  ])
  return {
    promotions: rows.map(compilePromotion),
    names: new Map(rows.map((row) => [row.id, row.name])),
    taxes: shopTaxes(stored?.settings ?? null),
  }
}
