import { moneyOut } from '@rampart/platform/contract/fields.ts'
import { percentText } from '../domain/percent.ts'
import type { Amounts, Gain } from '../domain/promotion.ts'
import type { StoredAction, StoredScope } from '../rules/stored-rule.ts'
import type { CountedRow } from '../store/promotion-row.ts'

/** A promotion as the contract answers it. */
export function promotionView({ rule, ...row }: CountedRow, now: Date) {
  const { segments, stacking, scope, minimum, action } = rule
  return {
    ...row,
    status: statusOf(row, now),
    segments: [...segments],
    stacking,
    scope: scopeView(scope),
    minimum: { pieces: minimum.pieces, value: minimum.value === null ? null : amountsView(minimum.value) },
    action: actionView(action),
  }
}

function statusOf(
  { active, starts_at, ends_at }: Omit<CountedRow, 'rule'>,
  now: Date,
): 'off' | 'scheduled' | 'running' | 'ended' {
  if (!active) return 'off'
  if (ends_at !== null && new Date(ends_at) <= now) return 'ended'
  return starts_at !== null && new Date(starts_at) > now ? 'scheduled' : 'running'
}

function actionView(action: StoredAction) {
  switch (action.kind) {
    case 'percentage':
    case 'amount':
      return gainView(action)
    case 'buy_get': {
      const { percent_bp, reward, ...rest } = action
      return {
        ...rest,
        percent: percentText(percent_bp),
        reward: reward === null ? null : scopeView(reward),
      }
    }
    case 'tiered':
      return {
        kind: 'tiered' as const,
        tiers: action.tiers.map(({ from, gain }) => ({
          from: 'pieces' in from ? from : { value: amountsView(from.value) },
          gain: gainView(gain),
        })),
      }
    case 'free_shipping':
      return {
        kind: 'free_shipping' as const,
        at_most: action.at_most === null ? null : amountsView(action.at_most),
      }
  }
}

function gainView(gain: Gain) {
  if (gain.kind === 'amount')
    return { kind: 'amount' as const, amount: amountsView(gain.amount), per: gain.per }
  const { percent_bp, at_most } = gain
  return {
    kind: 'percentage' as const,
    percent: percentText(percent_bp),
    at_most: at_most === null ? null : amountsView(at_most),
  }
}

function scopeView(scope: StoredScope) {
  const { except } = scope
  return {
    ...thingsView(scope),
    seller_ids: [...scope.seller_ids],
    except: thingsView(except),
  }
}

function thingsView({ variant_ids, product_ids, category_ids }: StoredScope['except']) {
  return {
    variant_ids: [...variant_ids],
    product_ids: [...product_ids],
    category_ids: [...category_ids],
  }
}

function amountsView(amounts: Amounts) {
  return Object.entries(amounts).map(([currency, minor]) => moneyOut(minor, currency))
}
