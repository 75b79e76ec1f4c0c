import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { isSameProduct } from './domain/import-changes.ts'
import type { Picture, Product } from './domain/product.ts'
import { misfit, type TypeAttribute, withUnits } from './domain/product-type.ts'
import { slugFrom } from './domain/slug.ts'
import { type CategoryPaths, ensureCategories, knownCategories, pathKey } from './ensure-categories.ts'
import { choosePictures, type KnownPictures } from './find-pictures.ts'
import { type ImportRow, planRow, type RowPlan } from './import-row.ts'
import { type Refusal, refuse } from './refusal.ts'
import { productsBySku } from './store/import-lookups.ts'
import { lockProducts } from './store/load-products.ts'
import { holdTypes, typesByName } from './store/product-types.ts'
import { takenProductSlugs } from './store/slugs.ts'

/** What became of a row that was taken. */
type TakenRow = {
  readonly line: number
  /** Null: it is new. */
  readonly before: Product | null
  readonly after: Product
  readonly outcome: 'created' | 'updated' | 'unchanged'
}

export type ImportPlan = {
  products: Product[]
  initial: Map<string, number>
  created: number
  updated: number
  failed: ({ line: number } & Refusal)[]
  taken: TakenRow[]
}

type Around = {
  readonly pictures: KnownPictures
  readonly currency: string
  readonly currencies: readonly string[]
  /** Whose products alone can be written, and whose new ones are; null: everybody's, and the shop's. */
  readonly owner: string | null
  readonly now: Date
}

/** Looks up what a batch needs and plans each of its rows; categories that are missing are made, but for a seller. */
export async function planImport(tx: Tx, rows: readonly ImportRow[], around: Around): Promise<ImportPlan> {
  const owners = await productsBySku(
    tx,
    rows.flatMap((row) => row.variants.map(({ sku }) => sku)),
  )
  const ids = [...new Set(owners.values())]
  const current = new Map((await lockProducts(tx, ids, around.owner)).map((product) => [product.id, product]))
  const named = await typesByName(tx, [...new Set(rows.flatMap(({ type }) => type || []))])
  const types = await holdTypes(tx, [
    ...new Set([...named.values(), ...[...current.values()].flatMap(({ type_id }) => type_id ?? [])]),
  ])
  const paths = rows.flatMap(({ category_path: path }) => (path?.length ? [path] : []))
  const categories =
    around.owner === null ? await ensureCategories(tx, paths, around.now) : await knownCategories(tx)
  const slugs = await addressesFor(tx, rows)
  const plan: ImportPlan = { products: [], initial: new Map(), created: 0, updated: 0, failed: [], taken: [] }
  const seen = seenBefore()
  const planOne = (row: ImportRow, index: number): { before: Product | null; planned: RowPlan } => {
    const found = new Set(row.variants.map(({ sku }) => owners.get(sku)).filter((id) => id !== undefined))
    const [id] = found
    const before = id === undefined ? null : (current.get(id) ?? null)
    const repeated = seen(row, id)
    if (found.size > 1)
      return { before, planned: refuse('several_products', 'sku', 'Its SKUs belong to several products.') }
    if (repeated !== null) return { before, planned: refuse('repeated', 'sku', repeated) }
    if (id !== undefined && before === null)
      return { before, planned: refuse('sku_taken', 'sku', 'Another variant has this SKU.') }
    const slug = slugs(row, index, before)
    if (slug === null)
      return { before, planned: refuse('slug_taken', 'slug', `Another product has the address ${row.slug}.`) }
    const category_id = categoryOf(row, before, categories)
    if (category_id === null)
      return {
        before,
        planned: refuse(
          'category_unknown',
          'category',
          `There is no category ${row.category_path?.join(' > ')}.`,
        ),
      }
    const type_id = row.type === undefined ? undefined : row.type ? (named.get(row.type) ?? '') : null
    if (type_id === '')
      return { before, planned: refuse('type_unknown', 'type', `There is no product type ${row.type}.`) }
    const pictures = picturesOf(row, before, around.pictures)
    if (pictures === null)
      return { before, planned: refuse('picture_unknown', 'pictures', 'There is no such picture.') }
    const { currency, currencies, owner, now } = around
    const surroundings = {
      current: before,
      slug,
      category_id,
      type_id,
      pictures,
      currency,
      currencies,
      owner,
    }
    const planned = planRow(row, { ...surroundings, now: now.toISOString() })
    if ('reason' in planned) return { before, planned }
    return { before, planned: fitted(planned, before, types.get(planned.product.type_id ?? '')) }
  }
  for (const [index, row] of rows.entries()) {
    const { before, planned } = planOne(row, index)
    if ('reason' in planned) plan.failed.push({ line: row.line, ...planned })
    else take(plan, row.line, before, planned)
  }
  return plan
}

/** A planned row as it is written: with the units of its type, or refused where it is new and does not fit that. */
function fitted(
  planned: Extract<RowPlan, { product: Product }>,
  before: Product | null,
  type: readonly TypeAttribute[] = [],
): RowPlan {
  const product = { ...planned.product, attributes: withUnits(planned.product.attributes, type) }
  if (before !== null && isSameProduct(before, product)) return { ...planned, product }
  const reason = misfit(product, type)
  return reason === null ? { ...planned, product } : refuse('attributes', null, reason)
}

function take(
  plan: ImportPlan,
  line: number,
  before: Product | null,
  { product: after, initial }: Extract<RowPlan, { product: Product }>,
): void {
  const outcome = before === null ? 'created' : isSameProduct(before, after) ? 'unchanged' : 'updated'
  plan.taken.push({ line, before, after, outcome })
  // What says what is there already is not written, and nobody told.
  if (outcome === 'unchanged') return
  plan.products.push(after)
  for (const [id, quantity] of initial) plan.initial.set(id, quantity)
  plan[outcome] += 1
}

/** undefined: the row does not say. null: there is none of that name. */
function categoryOf(
  { category_path: path }: ImportRow,
  before: Product | null,
  { ids, keys }: CategoryPaths,
): string | null | undefined {
  if (!path?.length) return undefined
  const key = pathKey(path)
  // Of two siblings with one name, it stays in that which it is in.
  const current = before?.category_id ?? null
  return current !== null && keys.get(current) === key ? current : (ids.get(key) ?? null)
}

/** undefined: the row does not say. null: one of them is not known. What is as it was stays as it is. */
function picturesOf(
  { pictures }: ImportRow,
  before: Product | null,
  known: KnownPictures,
): Picture[] | null | undefined {
  if (pictures === undefined) return undefined
  const shown = before?.pictures ?? []
  const chosen = choosePictures(pictures, known, shown)
  return (
    chosen?.map(
      (picture) => shown.find(({ id, alt }) => id === picture.id && alt === picture.alt) ?? picture,
    ) ?? null
  )
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
