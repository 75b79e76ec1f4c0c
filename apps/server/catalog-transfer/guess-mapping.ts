import { FIELDS, FileMapping } from '@rampart/contracts/catalog/file-mapping.ts'
import type { Mapping } from '../catalog-import/mapping.ts'

export type Field = (typeof FIELDS)[number]

/** How columns are called in files of other shops and of spreadsheets, in English and German. */
const names: Readonly<Record<Field, readonly string[]>> = {
  name: ['name', 'title', 'product', 'productname', 'producttitle', 'titel', 'bezeichnung', 'produkt', 'produktname', 'artikelname', 'artikelbezeichnung'],
  sku: ['sku', 'variantsku', 'articlenumber', 'itemnumber', 'productcode', 'partnumber', 'mpn', 'artikelnummer', 'artnr', 'bestellnummer'],
  price: ['price', 'variantprice', 'regularprice', 'unitprice', 'saleprice', 'preis', 'verkaufspreis', 'bruttopreis', 'vk'],
  compare_at_price: ['compareatprice', 'variantcompareatprice', 'rrp', 'msrp', 'listprice', 'uvp', 'streichpreis', 'listenpreis'],
  quantity: ['quantity', 'stock', 'qty', 'inventory', 'variantinventoryqty', 'menge', 'bestand', 'lagerbestand', 'anzahl'],
  category: ['category', 'categories', 'productcategory', 'categorypath', 'kategorie', 'kategorien', 'warengruppe'],
  brand: ['brand', 'vendor', 'manufacturer', 'maker', 'marke', 'hersteller'],
  summary: ['summary', 'shortdescription', 'subtitle', 'kurzbeschreibung', 'kurztext'],
  description: ['description', 'body', 'bodyhtml', 'longdescription', 'text', 'beschreibung', 'langtext', 'produktbeschreibung'],
  slug: ['slug', 'handle', 'urlkey', 'permalink'],
  type: ['type', 'producttype', 'typ', 'produkttyp', 'produktart'],
  tags: ['tags', 'keywords', 'schlagworte', 'schlagwörter'],
  seo_title: ['seotitle', 'metatitle', 'seotitel'],
  seo_description: ['seodescription', 'metadescription', 'seobeschreibung'],
} // prettier-ignore

/** What a column is by its name; null: nobody can tell. */
export function guessField(column: string): Field | null {
  const bare = column
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return FIELDS.find((field) => names[field].includes(bare)) ?? null
}

type Column = { readonly name: string; readonly field: Field | null; readonly samples: readonly string[] }

/** A mapping of what columns are taken for; null where name, SKU or price is not among them. */
export function guessMapping(columns: readonly Column[]): Mapping | null {
  const of = (field: Field): string | undefined => columns.find((column) => column.field === field)?.name
  const [name, sku, price] = [of('name'), of('sku'), of('price')]
  if (name === undefined || sku === undefined || price === undefined) return null
  const category = of('category')
  const priceOf = (column: string | undefined) =>
    column === undefined ? undefined : { column, unit: 'decimal' as const }
  return FileMapping.parse({
    name,
    sku,
    price: priceOf(price),
    compare_at_price: priceOf(of('compare_at_price')),
    slug: of('slug'),
    brand: of('brand'),
    summary: of('summary'),
    description: of('description'),
    type: of('type'),
    seo_title: of('seo_title'),
    seo_description: of('seo_description'),
    tags: of('tags'),
    quantity: { column: of('quantity'), default: 0 },
    ...(category === undefined
      ? {}
      : { category: { column: category, separator: separatorIn(columns, category) } }),
    attributes: { prefixes: [{ prefix: 'attribute:', type: 'auto' }] },
  })
}

/** What stands between the names of a category path, by its samples. */
function separatorIn(columns: readonly Column[], category: string): string {
  const samples = columns.find(({ name }) => name === category)?.samples ?? []
  return ['>', '/', '|'].find((separator) => samples.some((sample) => sample.includes(separator))) ?? '>'
}
