import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Search } from '@rampart/contracts/search.ts'
import type { InputOf, OperationName, OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { type HarnessOptions, testModule } from '@rampart/platform/testing/module-harness.ts'
import { inject } from 'vitest'
import { searchModule } from '../module.ts'

type Document = OutputOf<Catalog, 'getIndexDocuments'>['documents'][number]
type Fields = Partial<Omit<Document, 'attributes' | 'filters'>> & {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string | number | boolean>>
}

export const staff: StaffPrincipal = {
  kind: 'staff',
  id: newId(),
  session_id: newId(),
  role: 'owner',
  permissions: ['*:*'],
}

export const keyOf = (name: string) => name.toLowerCase().replaceAll(' ', '_')

/** A product as the catalogue hands it over, with what is not given made up. */
export function product({ attributes = {}, ...fields }: Fields): Document {
  const entries = Object.entries(attributes)
  return {
    product_id: newId(),
    brand: null,
    type_name: null,
    seller_name: null,
    summary: '',
    description: '',
    categories: [],
    skus: [],
    price_minor: 1_000,
    in_stock: true,
    rating_count: 0,
    rating_average: null,
    sort_name: fields.name.toLowerCase(),
    ...fields,
    attributes: entries.map(([name, value]) => ({ key: keyOf(name), name, value })),
    filters: entries.map(([name, value]) => ({
      key: keyOf(name),
      text_value: String(value),
      number_value: typeof value === 'number' ? value : null,
    })),
  }
}

type Category = OutputOf<Catalog, 'listCategories'>['items'][number]

/** A category as the catalogue lists it, with what is not given made up. */
export function category(fields: Partial<Category> & Pick<Category, 'name'>): Category {
  return {
    id: newId(),
    slug: keyOf(fields.name),
    description: '',
    parent_id: null,
    position: 0,
    product_count: 1,
    picture: null,
    seo_title: '',
    seo_description: '',
    children: [],
    ...fields,
  }
}

/** The search over a catalogue that the test holds in its hands. */
export async function openSearch(
  products: readonly Document[],
  { categories = [], ...options }: HarnessOptions & { readonly categories?: readonly Category[] } = {},
) {
  const url = inject('opensearch') ?? null
  const shelf = new Map(products.map((document) => [document.product_id, document]))
  let asked = () => Promise.resolve()
  const search = await testModule(searchModule, {
    ...options,
    settings: {
      opensearch_url: url,
      opensearch_prefix: `test-${randomBytes(6).toString('hex')}`,
      ...options.settings,
    },
    stubs: {
      catalog: {
        getIndexDocuments: async (input: {
          product_ids?: string[]
          after?: string | null
          limit?: number
        }) => {
          const sorted = [...shelf.values()].sort((a, b) => (a.product_id < b.product_id ? -1 : 1))
          const { product_ids: ids, after } = input
          const documents =
            ids === undefined
              ? sorted
                  .filter(({ product_id }) => after === null || after === undefined || product_id > after)
                  .slice(0, input.limit)
              : sorted.filter(({ product_id }) => ids.includes(product_id))
          await asked()
          return { documents }
        },
        listCategories: () => Promise.resolve({ items: categories }),
        getCards: async ({ product_ids }: { product_ids: string[] }) => ({
          items: product_ids.flatMap((id) => {
            const found = shelf.get(id)
            return found === undefined ? [] : [cardOf(found)]
          }),
        }),
      },
    },
  })
  // One index alone: an answer of the other engine would be no answer.
  await search.runJob(url === null ? 'build' : 'build-opensearch', {})
  // A node that has just started may need longer for its first answer than shoppers wait; it is left in peace then.
  for (let tries = 0; url !== null && options.settings === undefined && tries < 5; tries++) {
    const warm: { total: number } = await search.call('searchProducts', { page_size: 1 })
    if (warm.total === products.length) break
    await sleep(10_500)
  }
  type Input<K extends OperationName<Search>> = InputOf<Search, K>
  type Output<K extends OperationName<Search>> = OutputOf<Search, K>
  const asGuest = <K extends OperationName<Search>>(operation: K, input: Input<K>): Promise<Output<K>> =>
    search.call(operation, input)
  return {
    ...search,
    shelf,
    /** Runs while the catalogue is being read, after what it answers was fixed. */
    whileReading: (act: () => Promise<void>) => {
      asked = act
    },
    asGuest,
    asStaff: <K extends OperationName<Search>>(operation: K, input: Input<K>): Promise<Output<K>> =>
      search.call(operation, input, { principal: staff }),
    /** Names of what is found, in their order. */
    names: async (input: Input<'searchProducts'>) =>
      (await asGuest('searchProducts', input)).items.map((card) => card.name),
    /** Tells of a change and lets it be taken in. */
    change: async (ids: readonly string[]) => {
      for (const product_id of ids)
        await search.deliver('catalog.listings-changed.v1', { product_ids: [product_id] })
      await search.runJob(url === null ? 'take-in' : 'feed-opensearch', {})
    },
  }
}

function cardOf({ product_id, name, brand, price_minor, in_stock }: Document) {
  return {
    id: product_id,
    slug: keyOf(name)
      .replaceAll('_', '-')
      .replaceAll(/[^a-z0-9-]/g, ''),
    name,
    brand,
    price: { amount: (price_minor / 100).toFixed(2), currency: 'USD' },
    price_varies: false,
    compare_at_price: null,
    picture: null,
    in_stock,
    sold_by: null,
    rating: null,
  }
}

export type SearchScene = Awaited<ReturnType<typeof openSearch>>
