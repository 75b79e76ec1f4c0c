import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { currencyDigits } from '@rampart/platform/money/money.ts'
import type { CatalogDeps } from './deps.ts'

/** What the shop sells in, its own currency first. */
export const listCurrencies =
  (deps: CatalogDeps): Handler<Catalog, 'listCurrencies'> =>
  async () => ({
    items: deps.settings.shop_currencies.map((code) => ({ code, digits: currencyDigits(code) })),
  })
