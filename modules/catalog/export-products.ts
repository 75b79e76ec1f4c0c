import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { CatalogDeps } from './deps.ts'
import { type ExportedProduct, findExportPage } from './store/export-page.ts'
import { findTransfer } from './store/transfers.ts'
import { exportCondition } from './transfer/export-condition.ts'

type Row = RawOutputOf<Catalog, 'exportProducts'>['rows'][number]

/** Products as files hold them, page by page. What an import reads again changes nothing. */
export const exportProducts =
  (deps: CatalogDeps): Handler<Catalog, 'exportProducts'> =>
  async ({ after, limit, transfer_id }, context) => {
    const transfer = transfer_id === undefined ? null : await findTransfer(deps.db, transfer_id, null)
    if (transfer_id !== undefined && transfer === null) throw context.fail('NOT_FOUND')
    const condition = transfer === null ? sql`true` : exportCondition(transfer)
    const products = await findExportPage(deps.db, condition, after ?? null, limit)
    return {
      rows: products.map(exportRow),
      next: products.length < limit ? null : (products.at(-1)?.id ?? null),
    }
  }

function exportRow({
  breadcrumb,
  attributes,
  variants,
  pictures,
  currency,
  id: _,
  ...product
}: ExportedProduct): Row {
  return {
    ...product,
    category_path: (breadcrumb ?? []).map(({ name }) => name),
    pictures: pictures.map(({ id, alt }) => ({ id, alt })),
    attributes: attributes.map(({ name, value }) => ({ name, value })),
    variants: variants.map(({ sku, options, available, prices, ...own }) => ({
      sku,
      options,
      ...priceOf({ ...own, currency }),
      prices: prices.map(priceOf),
      quantity: Math.max(0, available),
    })),
  }
}

type Asked = {
  readonly price_minor: number
  readonly compare_at_minor: number | null
  readonly currency: string
}

function priceOf({ price_minor, compare_at_minor, currency }: Asked) {
  return {
    price: moneyOut(price_minor, currency),
    compare_at_price: compare_at_minor === null ? null : moneyOut(compare_at_minor, currency),
  }
}
