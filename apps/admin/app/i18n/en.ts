import { account } from './en/account.ts'
import { approvals } from './en/approvals.ts'
import { apps } from './en/apps.ts'
import { audit } from './en/audit.ts'
import { catalog } from './en/catalog.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'
import { files } from './en/files.ts'
import { fulfilment } from './en/fulfilment.ts'
import { health } from './en/health.ts'
import { keys } from './en/keys.ts'
import { logs } from './en/logs.ts'
import { mailLinks } from './en/mail-links.ts'
import { money } from './en/money.ts'
import { orders } from './en/orders.ts'
import { overview } from './en/overview.ts'
import { payments } from './en/payments.ts'
import { policies } from './en/policies.ts'
import { preview, productPrices, tree } from './en/product-prices.ts'
import { productSales } from './en/product-sales.ts'
import { giftCards, promotions, taxes } from './en/pricing.ts'
import { productTypes } from './en/product-types.ts'
import { recommendations } from './en/recommendations.ts'
import { recovery } from './en/recovery.ts'
import { returns } from './en/returns.ts'
import { reviews } from './en/reviews.ts'
import { roles } from './en/roles.ts'
import { sales } from './en/sales.ts'
import { search } from './en/search.ts'
import { security } from './en/security.ts'
import { shell } from './en/shell.ts'
import { shipping } from './en/shipping.ts'
import { stock } from './en/stock.ts'
import { transfers } from './en/transfers.ts'
import { users } from './en/users.ts'
import { warehouse } from './en/warehouse.ts'

/** English. The shape of this object is the shape of every language. */
export const en = {
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
