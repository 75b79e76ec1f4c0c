import { newId } from '@rampart/platform/crypto/ids.ts'
import { randomToken } from '@rampart/platform/crypto/tokens.ts'
import { type HarnessOptions, testModule } from '@rampart/platform/testing/module-harness.ts'
import type { Cart } from '@rampart/contracts/cart.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { CustomerPrincipal, GuestPrincipal, Principal } from '@rampart/platform/contract/principal.ts'
import { cartModule } from '../module.ts'
import { priceBook } from './price-book.ts'

export type View = OutputOf<Cart, 'getCart'>
type Article = {
  price_minor: number
  available: number
  later?: number
  sellable: boolean
  /** In other currencies than USD. */
  prices?: Record<string, number>
  product_id: string
  /** What the catalogue calls it now. */
  named?: { product_name: string; product_slug: string }
}

export function guest(guest_token: string | null = randomToken()): GuestPrincipal {
  return { kind: 'guest', guest_token }
}

export function customer(guest_token: string | null = null): CustomerPrincipal {
  return { kind: 'customer', id: newId(), session_id: newId(), guest_token }
}

/** The cart module with a database of its own, beside a catalogue and a stock that tests set at will. */
export async function openCarts(options: HarnessOptions = {}) {
  const articles = new Map<string, Article>()
  const calls: string[] = []
  const catalog = {
    getVariantsForSale: async ({ variant_ids, currency }: { variant_ids: string[]; currency: string }) => {
      calls.push('getVariantsForSale')
      return { variants: variant_ids.flatMap((id) => saleVariant(id, articles.get(id), currency)) }
    },
    getDefaultVariants: async ({ product_ids }: { product_ids: string[] }) => {
      const found = product_ids.map((id) => ({
        id,
        of: [...articles].filter(([, a]) => a.product_id === id),
      }))
      return {
        variants: found.flatMap(({ id, of }) =>
          of.length === 1 ? [{ product_id: id, variant_id: of[0]![0] }] : [],
        ),
        several: found.filter(({ of }) => of.length > 1).map(({ id }) => id),
      }
    },
  }
  const inventory = {
    getLevels: async ({ variant_ids }: { variant_ids: string[] }) => {
      calls.push('getLevels')
      const levels = variant_ids.map((variant_id) => {
        const available = articles.get(variant_id)?.available ?? 0
        const later = articles.get(variant_id)?.later ?? 0
        return { variant_id, on_hand: available, reserved: 0, available, orderable: available + later }
      })
      return { levels }
    },
  }
  const book = priceBook()
  const h = await testModule(cartModule, { ...options, stubs: { catalog, inventory, pricing: book.stub } })
  const as = (principal: Principal) => ({ principal })
  return {
    ...h,
    articles,
    book,
    /** Calls to catalogue and stock since the last look. */
    takeCalls: () => calls.splice(0).sort(),
    /** Puts an article on sale: 10.00 and 100 pieces unless told. */
    article(given: Partial<Article> = {}): string {
      const id = newId()
      articles.set(id, { price_minor: 1_000, available: 100, sellable: true, product_id: newId(), ...given })
      return id
    },
    get: (who: Principal): Promise<View> => h.call('getCart', {}, as(who)),
    add: (who: Principal, variant_id: string, quantity = 1): Promise<View> =>
      h.call('addItem', { variant_id, quantity }, as(who)),
    update: (who: Principal, item_id: string, quantity: number): Promise<View> =>
      h.call('updateItem', { item_id, quantity }, as(who)),
    remove: (who: Principal, item_id: string): Promise<View> => h.call('removeItem', { item_id }, as(who)),
    merge: (who: Principal): Promise<View> => h.call('mergeCart', {}, as(who)),
    forCheckout: (who: Principal, input: object = {}): Promise<{ cart_id: string | null; lines: object[] }> =>
      h.call('getCartForCheckout', input, { ...as(who), caller: 'checkout' }),
    take: (input: object): Promise<null> =>
      h.call('takeOrderedLines', input, { principal: { kind: 'system' }, caller: 'checkout' }),
    audits: async (): Promise<{ action: string; actor_id: string }[]> => {
      const events = await h.events()
      return events.filter((event) => event.type === 'audit.entry-recorded.v1').map((event) => event.payload)
    },
  }
}

function saleVariant(variant_id: string, article: Article | undefined, currency: string): object[] {
  if (article === undefined) return []
  const { product_id, sellable } = article
  const price_minor = currency === 'USD' ? article.price_minor : article.prices?.[currency]
  const price =
    price_minor === undefined
      ? { price_minor: 0, sellable: false, unpriced: sellable }
      : { price_minor, sellable }
  const names = {
    sku: 'SKU-1',
    product_slug: 'linen-shirt',
    product_name: 'Linen shirt',
    options: { Size: 'M' },
    ...article.named,
  }
  return [{ variant_id, product_id, ...names, ...price, currency, picture: null }]
}
