import { failure } from '@rampart/platform/errors/app-error.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { type CallOptions, testModule } from '@rampart/platform/testing/module-harness.ts'
import { customersModule } from '../module.ts'

const price = { amount: '19.00', currency: 'USD' }

/** What the played catalogue sells. */
export type Goods = {
  readonly id: string
  readonly name: string
  readonly slug: string
  published: boolean
  readonly variants: { readonly id: string; available: number }[]
}

function cardOf({ id, name, slug, variants }: Goods) {
  return {
    ...{ id, name, slug, brand: null, price, price_varies: false, compare_at_price: null, picture: null },
    in_stock: variants.some(({ available }) => available > 0),
    sold_by: null,
    rating: null,
  }
}

function productOf(goods: Goods) {
  const { picture: _, ...card } = cardOf(goods)
  return {
    ...card,
    ...{ summary: '', description: '', status: 'published', category: null, breadcrumb: [], pictures: [] },
    ...{ options: [], attributes: [] },
    variants: goods.variants.map(({ id, available }) => ({
      ...{ id, sku: id.slice(0, 8), options: {}, price, compare_at_price: null, available },
      in_stock: available > 0,
    })),
    ...{ created_at: '2026-01-01T00:00:00.000Z', updated_at: '2026-01-01T00:00:00.000Z' },
  }
}

/** The module with a catalogue and a cart that are played. */
export async function wishlistScene() {
  const shelf = new Map<string, Goods>()
  const bought: { variant_id: string; quantity: number }[] = []
  let now = new Date('2026-03-02T09:00:00.000Z')
  const h = await testModule(customersModule, {
    clock: () => now,
    stubs: {
      catalog: {
        getCards: async ({ product_ids }: { product_ids: string[] }) => ({
          items: product_ids.flatMap((id) => {
            const goods = shelf.get(id)
            return goods?.published === true ? [cardOf(goods)] : []
          }),
        }),
        getProduct: async ({ product_id }: { product_id: string }) => {
          const goods = shelf.get(product_id)
          if (goods?.published !== true) throw failure('NOT_FOUND')
          return productOf(goods)
        },
      },
      cart: {
        addItem: async (
          item: { variant_id: string; quantity: number },
          context: { fail: (code: string) => Error },
        ) => {
          const variant = [...shelf.values()]
            .flatMap(({ variants }) => variants)
            .find(({ id }) => id === item.variant_id)
          if ((variant?.available ?? 0) < item.quantity) throw context.fail('CART_OUT_OF_STOCK')
          bought.push({ variant_id: item.variant_id, quantity: item.quantity })
          return {
            ...{ id: newId(), items: [], count: item.quantity, subtotal: price, total: price },
            ...{ prices: 'inclusive', discount_total: price, tax_total: price },
            ...{ discounts: [], coupons: [], gift_cards: [] },
          }
        },
      },
    },
  })
  /** A product on sale with as many variants as there are figures, and what is available of each. */
  const sell = (...available: number[]): Goods => {
    const id = newId()
    const goods = {
      ...{ id, name: `Thing ${id.slice(-4)}`, slug: `thing-${id.slice(-12)}`, published: true },
      variants: available.map((pieces) => ({ id: newId(), available: pieces })),
    }
    shelf.set(id, goods)
    return goods
  }
  const shopper = () => {
    const id = newId()
    const principal = { kind: 'customer', id, session_id: newId(), guest_token: null } as const
    const call = <T = Record<string, never>>(
      operation: string,
      input: object = {},
      as: CallOptions = {},
    ): Promise<T> => h.call(operation, input, { principal, ...as })
    return { id, call }
  }
  return {
    h,
    sell,
    shopper,
    bought,
    advance: (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000)),
    /** The stock says how much there is of these. */
    arrive: async (goods: Goods, ...available: number[]) => {
      const levels = goods.variants.map((variant, index) => ({
        variant_id: variant.id,
        product_id: goods.id,
        available: (variant.available = available[index] ?? 0),
      }))
      await h.deliver('inventory.back-in-stock.v1', { levels })
      for (const { name, payload } of h.takeJobs()) await h.runJob(name, payload)
    },
    told: async () =>
      (await h.events()).flatMap(({ type, payload }) =>
        type === 'customers.wish-back-in-stock.v1' ? [payload as { account_id: string }] : [],
      ),
    actions: async () =>
      (await h.events()).flatMap(({ type, payload }) =>
        type === 'audit.entry-recorded.v1' ? [(payload as { action: string }).action] : [],
      ),
  }
}
