import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { type ExportedProduct, findExportPage } from './store/export-page.ts'

type Row = RawOutputOf<Catalog, 'exportProducts'>['rows'][number]

/** Products as files hold them, page by page. What an import reads again changes nothing. */
export const exportProducts =
  (deps: CatalogDeps): Handler<Catalog, 'exportProducts'> =>
  async ({ after, limit }) => {
    const products = await findExportPage(deps.db, after ?? null, limit)
    return {
      rows: products.map(exportRow),
      next: products.length < limit ? null : (products.at(-1)?.id ?? null),
    }
  }

function exportRow({ breadcrumb, attributes, variants, currency, id: _, ...product }: ExportedProduct): Row {
  return {
    ...product,
    category_path: (breadcrumb ?? []).map(({ name }) => name),
    attributes: attributes.map(({ name, value }) => ({ name, value })),
    variants: variants.map(({ sku, options, price_minor, compare_at_minor, available }) => ({
      sku,
      options,
      price: moneyOut(price_minor, currency),
      compare_at_price: compare_at_minor === null ? null : moneyOut(compare_at_minor, currency),
      quantity: Math.max(0, available),
    })),
  }
}
