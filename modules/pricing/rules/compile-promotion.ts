import type { Action, Promotion } from '../domain/promotion.ts'
import type { Scope } from '../domain/scope.ts'
import type { PromotionRow } from '../store/promotion-row.ts'
import type { StoredAction, StoredScope } from './stored-rule.ts'

/** A stored promotion as the rules take it. */
export function compilePromotion(row: PromotionRow): Promotion {
  const { segments, stacking, scope, minimum, action } = row.rule
  return {
    id: row.id,
    position: row.position,
    starts_at: row.starts_at === null ? null : new Date(row.starts_at),
    ends_at: row.ends_at === null ? null : new Date(row.ends_at),
    segments,
    needs_coupon: row.needs_coupon,
    stacking,
    scope: compileScope(scope),
    minimum,
    action: compileAction(action),
  }
}

function compileAction(action: StoredAction): Action {
  if (action.kind !== 'buy_get') return action
  return { ...action, reward: action.reward === null ? null : compileScope(action.reward) }
}

function compileScope(scope: StoredScope): Scope {
  return { ...things(scope), sellers: new Set(scope.seller_ids), except: things(scope.except) }
}

function things({ variant_ids, product_ids, category_ids }: StoredScope['except']) {
  return {
    variants: new Set(variant_ids),
    products: new Set(product_ids),
    categories: new Set(category_ids),
  }
}
