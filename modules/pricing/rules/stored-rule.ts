import type { Action, Amounts, Promotion } from '../domain/promotion.ts'

type StoredThings = {
  readonly variant_ids: readonly string[]
  readonly product_ids: readonly string[]
  readonly category_ids: readonly string[]
}

export type StoredScope = StoredThings & {
  readonly seller_ids: readonly string[]
  readonly except: StoredThings
}

type BuyGet = Extract<Action, { kind: 'buy_get' }>

export type StoredAction =
  Exclude<Action, { kind: 'buy_get' }> | (Omit<BuyGet, 'reward'> & { readonly reward: StoredScope | null })

/** What a promotion is, beside its columns. Amounts are minor units by currency, shares hundredths of a percent. */
export type StoredRule = {
  readonly segments: readonly string[]
  readonly stacking: Promotion['stacking']
  readonly scope: StoredScope
  readonly minimum: { readonly pieces: number; readonly value: Amounts | null }
  readonly action: StoredAction
}
