import type { CartDeps } from './deps.ts'

/** What a cart is priced in: what was chosen for it as long as the shop sells in that, else the shop's own. */
export function currencyOf({ settings }: CartDeps, chosen: string | null | undefined): string {
  return chosen && settings.shop_currencies.includes(chosen) ? chosen : settings.shop_currency
}

/** A choice, if the shop sells in it; undefined where nothing was chosen, null for another currency. */
export function readChoice({ settings }: CartDeps, chosen: string | undefined): string | null | undefined {
  return chosen === undefined || settings.shop_currencies.includes(chosen) ? chosen : null
}
