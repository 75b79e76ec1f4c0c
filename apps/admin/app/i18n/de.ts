import { account } from './de/account.ts'
import { approvals } from './de/approvals.ts'
import { apps } from './de/apps.ts'
import { audit } from './de/audit.ts'
import { catalog } from './de/catalog.ts'
import { common } from './de/common.ts'
import { errors } from './de/errors.ts'
import { files } from './de/files.ts'
import { fulfilment } from './de/fulfilment.ts'
import { health } from './de/health.ts'
import { keys } from './de/keys.ts'
import { logs } from './de/logs.ts'
import { mailLinks } from './de/mail-links.ts'
import { money } from './de/money.ts'
import { orders } from './de/orders.ts'
import { overview } from './de/overview.ts'
import { payments } from './de/payments.ts'
import { policies } from './de/policies.ts'
import { preview, productPrices, tree } from './de/product-prices.ts'
import { productSales } from './de/product-sales.ts'
import { giftCards, promotions, taxes } from './de/pricing.ts'
import { productTypes } from './de/product-types.ts'
import { recommendations } from './de/recommendations.ts'
import { recovery } from './de/recovery.ts'
import { returns } from './de/returns.ts'
import { reviews } from './de/reviews.ts'
import { roles } from './de/roles.ts'
import { sales } from './de/sales.ts'
import { search } from './de/search.ts'
import { security } from './de/security.ts'
import { shell } from './de/shell.ts'
import { shipping } from './de/shipping.ts'
import { stock } from './de/stock.ts'
import { transfers } from './de/transfers.ts'
import { users } from './de/users.ts'
import { warehouse } from './de/warehouse.ts'
import type { Texts } from './texts.ts'

/** German. */
export const de: Texts = {
  account,
  approvals,
  apps,
  audit,
  catalog,
  common,
  errors,
  files,
  giftCards,
  fulfilment,
  health,
  keys,
  logs,
  mailLinks,
  money,
  orders,
  overview,
  payments,
  policies,
  preview,
  productPrices,
  tree,
  productSales,
  productTypes,
  promotions,
  recommendations,
  returns,
  reviews,
  recovery,
  sales,
  roles,
  search,
  security,
  shell,
  shipping,
  stock,
  taxes,
  transfers,
  users,
  warehouse,
}
