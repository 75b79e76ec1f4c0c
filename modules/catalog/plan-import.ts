import { isDeepStrictEqual } from 'node:util'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { Picture, Product } from './domain/product.ts'
import { misfit, type TypeAttribute, withUnits } from './domain/product-type.ts'
import { slugFrom } from './domain/slug.ts'
import { ensureCategories, pathKey } from './ensure-categories.ts'
import { type ImportRow, planRow, type RowPlan } from './import-row.ts'
import { productsBySku } from './store/import-lookups.ts'
import { lockProducts } from './store/load-products.ts'
import { holdTypes } from './store/product-types.ts'
import { takenProductSlugs } from './store/slugs.ts'

export type ImportPlan = {
  products: Product[]
  initial: Map<string, number>
  created: number
  updated: number
  failed: { line: number; reason: string }[]
}

/** Looks up what a batch needs and plans each of its rows; categories that are missing are made. */
export async function planImport(
  tx: Tx,
  rows: readonly ImportRow[],
  picturesOf: (row: ImportRow) => Picture[] | undefined,
  currency: string,
  now: Date,
): Promise<ImportPlan> {
  const owners = await productsBySku(
    tx,
    rows.flatMap((row) => row.variants.map(({ sku }) => sku)),
  )
  const current = new Map(
    (await lockProducts(tx, [...new Set(owners.values())], null)).map((product) => [product.id, product]),
  )
  const types = await holdTypes(tx, [
    ...new Set([...current.values()].flatMap(({ type_id }) => type_id ?? [])),
  ])
  const categories = await ensureCategories(
    tx,
    rows.flatMap(({ category_path: path }) => (path?.length ? [path] : [])),
    now,
  )
  const slugs = await addressesFor(tx, rows)
  const plan: ImportPlan = { products: [], initial: new Map(), created: 0, updated: 0, failed: [] }
  const seen = seenBefore()
  for (const [index, row] of rows.entries()) {
    const ids = new Set(row.variants.map(({ sku }) => owners.get(sku)).filter((id) => id !== undefined))
    const [id] = ids
    const product = id === undefined ? null : (current.get(id) ?? null)
    const repeated = seen(row, product?.id)
    if (ids.size > 1) plan.failed.push({ line: row.line, reason: 'Its SKUs belong to several products.' })
    else if (repeated !== null) plan.failed.push({ line: row.line, reason: repeated })
    else {
      const slug = slugs(row, index, product)
      if (slug === null) {
        plan.failed.push({ line: row.line, reason: `Another product has the address ${row.slug}.` })
        continue
      }
      const category_id = row.category_path?.length ? categories.get(pathKey(row.category_path)) : undefined
      const planned = planRow(row, {
        current: product,
        slug,
        category_id,
        pictures: picturesOf(row),
        currency,
        now: now.toISOString(),
      })
      const type = types.get(product?.type_id ?? '')
      const checked = 'reason' in planned ? planned : fitted(planned, product, type)
      if ('reason' in checked) plan.failed.push({ line: row.line, reason: checked.reason })
      else if (product === null || !isSame(product, checked.product))
        take(plan, checked.product, checked.initial, product !== null)
    }
  }
  return plan
}

/** Whether a row says what is there already: then nothing is written, and nobody told. */
function isSame(before: Product, after: Product): boolean {
  return isDeepStrictEqual({ ...before, updated_at: '' }, { ...after, updated_at: '' })
}

/** A planned row as it is written: with the units of its type, or refused where it is new and does not fit that. */
function fitted(
  planned: Extract<RowPlan, { product: Product }>,
  before: Product | null,
  type: readonly TypeAttribute[] = [],
): RowPlan {
  const product = { ...planned.product, attributes: withUnits(planned.product.attributes, type) }
  if (before !== null && isSame(before, product)) return { ...planned, product }
  const reason = misfit(product, type)
  return reason === null ? { ...planned, product } : { reason }
}

function take(plan: ImportPlan, product: Product, initial: Map<string, number>, known: boolean): void {
  plan.products.push(product)
  for (const [id, quantity] of initial) plan.initial.set(id, quantity)
  if (known) plan.updated += 1
  else plan.created += 1
}

/** Tells whether a row names an SKU or a product that an earlier row of the batch named. */
function seenBefore(): (row: ImportRow, productId: string | undefined) => string | null {
  const lines = new Map<string, number>()
  return (row, productId) => {
    const names = [
      ...row.variants.map(({ sku }) => `SKU ${sku}`),
      ...(productId === undefined ? [] : [productId]),
    ]
    const again = names.find((name) => lines.has(name))
    for (const name of names) if (!lines.has(name)) lines.set(name, row.line)
    if (again === undefined) return null
    return `${again.startsWith('SKU ') ? again : 'Its product'} already stands in line ${lines.get(again)}.`
  }
}

/** Addresses for the rows of a batch: of the name, else of name and SKU. Null: one that was asked for is taken. */
async function addressesFor(tx: Tx, rows: readonly ImportRow[]) {
  const plain = rows.map((row) => slugFrom(row.name, 'product'))
  const longer = rows.map((row, index) =>
    slugFrom(`${plain[index]} ${row.variants[0]?.sku ?? ''}`, 'product'),
  )
  const asked = rows.flatMap(({ slug }) => slug ?? [])
  const taken = await takenProductSlugs(tx, [...new Set([...plain, ...longer, ...asked])])
  const claim = (slug: string): boolean => {
    if (taken.has(slug)) return false
    taken.add(slug)
    return true
  }
  return (row: ImportRow, index: number, current: Product | null): string | null => {
    if (row.slug !== undefined) return row.slug === current?.slug || claim(row.slug) ? row.slug : null
    if (current !== null) return current.slug
    const candidates = [plain[index] ?? '', longer[index] ?? '']
    return candidates.find(claim) ?? `product-${newId()}`
  }
}
