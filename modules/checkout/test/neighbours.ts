import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { z } from 'zod'
import { toMoney } from '@rampart/platform/money/money.ts'
import type { OrderPricing } from '@rampart/contracts/orders/pricing.ts'
import type { Orders } from '@rampart/contracts/orders.ts'
import { priceBook } from './price-book.ts'

type Context = HandlerContext<string>
type Line = { variant_id: string; quantity: number }
type Order = OutputOf<Orders, 'getOrder'>
type Kept = { owner: string; order: Order }

export type Article = {
  product_id: string
  price_minor: number
  available: number
  /** Pieces that may be ordered beyond what is available. */
  later?: number
  sellable: boolean
  /** In other currencies than USD. */
  prices?: Record<string, number>
}
export type Reservation = { status: 'held' | 'committed' | 'released'; lines: Line[] }
export type Payment = {
  id: string
  due?: true
  status: 'pending' | 'captured' | 'failed' | 'cancelled' | 'refunded'
  /** What the provider knows; ours follows when it is asked. */
  bank: 'open' | 'captured' | 'failed' | 'cancelled'
  amount_minor: number
  currency: string
}
type NewPayment = { order_id: string; provider: string; amount_minor: number; currency: string }

/** What a payment that was pending is by now. */
function asked({ bank, status }: Payment): Payment['status'] {
  return bank === 'open' ? status : bank
}

/** Who somebody is, as the owner of carts and orders. */
export function ownerKey(principal: Principal): string {
  if (principal.kind === 'customer') return principal.id
  return principal.kind === 'guest' && principal.guest_token !== null ? principal.guest_token : newId()
}

/**
 * The eight modules that checkout calls, small and in memory: each operation has its effect once, as the contracts
 * promise. `beforeCall` and `afterCall` see every call by name and may fail it, which is how a crash looks.
 */
export function neighbours() {
  const articles = new Map<string, Article>()
  const reservations = new Map<string, Reservation>()
  const payments = new Map<string, Payment>()
  const orders = new Map<string, Kept>()
  const carts = new Map<
    string,
    {
      owner: string
      lines: Line[]
      currency?: string
      coupons?: string[]
      gift_card_ids?: string[]
      taken: Set<string>
    }
  >()
  const emails = new Map<string, string>()
  const rates = [
    { code: 'standard', name: 'Standard', description: '', price_minor: 490, min_days: 2, max_days: 4 },
    { code: 'express', name: 'Express', description: '', price_minor: 1_290, min_days: 1, max_days: 1 },
  ]
  const book = priceBook()
  const calls: string[] = []
  const watch: { beforeCall?: (name: string) => void; afterCall?: (name: string) => void } = {}

  function take(lines: readonly Line[]): boolean {
    const short = lines.some(({ variant_id, quantity }) => {
      const article = articles.get(variant_id)
      return (article?.available ?? 0) + (article?.later ?? 0) < quantity
    })
    if (!short) for (const line of lines) articles.get(line.variant_id)!.available -= line.quantity
    return !short
  }

  function paymentView(order_id: string) {
    const payment = payments.get(order_id)
    if (payment === undefined) return null
    const { id, status, amount_minor, currency, due } = payment
    const more = due === true && status === 'pending' ? { due } : {}
    return { id, order_id, provider: 'sandbox', status, amount_minor, currency, next_action: null, ...more }
  }

  const stubs = {
    pricing: book.stub,
    catalog: {
      getVariantsForSale: async ({ variant_ids, currency }: { variant_ids: string[]; currency: string }) => ({
        variants: variant_ids.flatMap((variant_id) => {
          const article = articles.get(variant_id)
          if (article === undefined) return []
          const { product_id, sellable } = article
          const price_minor = currency === 'USD' ? article.price_minor : article.prices?.[currency]
          const price =
            price_minor === undefined
              ? { price_minor: 0, sellable: false, unpriced: sellable }
              : { price_minor, sellable }
          const names = {
            sku: 'SHIRT-M',
            product_slug: 'shirt',
            product_name: 'Shirt',
            options: { Size: 'M' },
          }
          return [{ variant_id, product_id, ...names, ...price, currency, picture: null }]
        }),
      }),
      getDefaultVariants: async ({ product_ids }: { product_ids: string[] }) => ({
        variants: product_ids.flatMap((product_id) => {
          const found = [...articles].filter(([, article]) => article.product_id === product_id)
          return found.length === 1 ? [{ product_id, variant_id: found[0]![0] }] : []
        }),
      }),
    },
    inventory: {
      getLevels: async ({ variant_ids }: { variant_ids: string[] }) => ({
        levels: variant_ids.map((variant_id) => {
          const available = articles.get(variant_id)?.available ?? 0
          const orderable = available + (articles.get(variant_id)?.later ?? 0)
          return { variant_id, on_hand: available, reserved: 0, available, orderable }
        }),
      }),
      reserveStock: async ({ order_id, lines }: { order_id: string; lines: Line[] }, context: Context) => {
        const known = reservations.get(order_id)
        if (known !== undefined) return { status: known.status }
        if (!take(lines)) throw context.fail('INVENTORY_OUT_OF_STOCK')
        reservations.set(order_id, { status: 'held', lines })
        return { status: 'held' }
      },
      commitReservation: async ({ order_id }: { order_id: string }, context: Context) => {
        const known = reservations.get(order_id)
        if (known === undefined) throw context.fail('NOT_FOUND')
        if (known.status === 'released' && !take(known.lines)) throw context.fail('INVENTORY_OUT_OF_STOCK')
        known.status = 'committed'
        return { status: 'committed' }
      },
      releaseReservation: async ({ order_id }: { order_id: string }) => {
        const known = reservations.get(order_id) ?? { status: 'released' as const, lines: [] }
        if (known.status !== 'released') {
          for (const line of known.lines) articles.get(line.variant_id)!.available += line.quantity
        }
        reservations.set(order_id, { ...known, status: 'released' })
        return null
      },
    },
    cart: {
      getCartForCheckout: async ({ cart_id }: { cart_id?: string }, context: Context) => {
        const owner = ownerKey(context.principal)
        const found = [...carts].find(([id, cart]) => cart.owner === owner && (cart_id ?? id) === id)
        if (found === undefined && cart_id !== undefined) throw context.fail('NOT_FOUND')
        return {
          cart_id: found?.[0] ?? null,
          currency: found?.[1].currency ?? 'USD',
          lines: found?.[1].lines ?? [],
          coupons: found?.[1].coupons ?? [],
          gift_card_ids: found?.[1].gift_card_ids ?? [],
        }
      },
      takeOrderedLines: async (input: { cart_id: string; order_id: string; lines: Line[] }) => {
        const cart = carts.get(input.cart_id)
        if (cart === undefined || cart.taken.has(input.order_id)) return null
        cart.taken.add(input.order_id)
        cart.lines = cart.lines.flatMap((line) => {
          const ordered = input.lines.find(({ variant_id }) => variant_id === line.variant_id)?.quantity ?? 0
          return line.quantity > ordered ? [{ ...line, quantity: line.quantity - ordered }] : []
        })
        return null
      },
    },
    identity: {
      getContacts: async ({ account_ids }: { account_ids: string[] }) => ({
        contacts: account_ids.flatMap((account_id) => {
          const email = emails.get(account_id)
          if (email === undefined) return []
          return [
            {
              account_id,
              email,
              full_name: 'Ada Marlow',
              language: 'en' as const,
              audience: 'shop' as const,
            },
          ]
        }),
      }),
    },
    shipping: {
      quoteRates: async ({ country }: { country: string | null }) => ({
        rates: country === 'AQ' ? [] : rates,
      }),
    },
    payments: {
      listMethods: async ({ country }: { country?: string | null }) => ({
        methods: [
          { code: 'sandbox', name: 'Sandbox bank', description: 'For tests.' },
          ...(country === 'IN'
            ? [{ code: 'cash_on_delivery', name: 'Cash', description: 'At the door.' }]
            : []),
        ],
      }),
      createPayment: async ({ order_id, provider, amount_minor, currency }: NewPayment) => {
        if (!payments.has(order_id)) {
          const due = provider === 'cash_on_delivery' ? { due: true as const } : {}
          const open = { id: newId(), status: 'pending', bank: 'open', amount_minor, currency } as const
          payments.set(order_id, { ...open, ...due })
        }
        return paymentView(order_id)
      },
      syncPayment: async ({ order_id }: { order_id: string }) => {
        const payment = payments.get(order_id)
        if (payment?.amount_minor === 0) payment.bank = 'captured'
        if (payment?.status === 'pending') payment.status = asked(payment)
        return paymentView(order_id)
      },
      cancelPayment: async ({ order_id }: { order_id: string }) => {
        const payment = payments.get(order_id)
        if (payment?.bank === 'open') payment.bank = 'cancelled'
        if (payment?.status === 'pending') payment.status = asked(payment)
        return paymentView(order_id)
      },
      refundCancelledOrder: async ({ order_id }: { order_id: string }) => {
        const payment = payments.get(order_id)
        if (payment?.status === 'captured') payment.status = 'refunded'
        return null
      },
    },
    orders: {
      createOrder: async (input: never, context: Context) => {
        const { order_id, lines, payment, shipping_minor, currency, pricing, ...rest } = input as {
          order_id: string
          lines: (Line & { unit_price_minor: number; seller_id: string | null })[]
          payment: { id: string; provider: string }
          shipping_minor: number
          currency: string
          pricing: z.infer<typeof OrderPricing>
        }
        const known = orders.get(order_id)
        if (known !== undefined) return known.order
        const money = (minor: number) => toMoney(minor, currency)
        const subtotal = lines.reduce((sum, line) => sum + line.unit_price_minor * line.quantity, 0)
        const order = {
          ...rest,
          id: order_id,
          number: String(100_001 + orders.size),
          status: 'pending_payment',
          customer_id: context.principal.kind === 'customer' ? context.principal.id : null,
          items: lines.map(({ unit_price_minor, seller_id: _seller, ...line }) => ({
            ...line,
            id: newId(),
            unit_price: money(unit_price_minor),
            line_total: money(unit_price_minor * line.quantity),
            ...{ discount: money(0), tax: money(0), tax_rate_percent: '0', discounts: [] },
            total: money(unit_price_minor * line.quantity),
          })),
          subtotal: money(subtotal),
          shipping_total: money(shipping_minor),
          total: money(pricing.total_minor),
          ...{ prices: 'inclusive', tax_total: money(0), taxes: [], discounts: [] },
          discount_total: money(subtotal + shipping_minor - pricing.total_minor),
          gift_card_total: money(pricing.total_minor - pricing.to_pay_minor),
          refunded_total: money(0),
          payment: { ...payment, status: 'pending', next_action: null },
          shipment: null,
          history: [],
          allowed_actions: [],
          placed_at: '2026-03-01T12:00:00.000Z',
          tracking_token: null,
        } as unknown as Order
        orders.set(order_id, { owner: ownerKey(context.principal), order })
        return order
      },
      getOrder: async ({ order_id }: { order_id: string }, context: Context) => {
        const kept = orders.get(order_id)
        if (kept?.owner !== ownerKey(context.principal)) throw context.fail('NOT_FOUND')
        return kept.order
      },
      getPlacedOrder: async ({ order_id }: { order_id: string }) => orders.get(order_id)?.order ?? null,
      acceptOrder: async ({ order_id }: { order_id: string }) => {
        const order = orders.get(order_id)?.order
        if (order?.status === 'pending_payment') Object.assign(order, { status: 'processing' })
        return { status: order?.status ?? null }
      },
      markPaid: async ({ order_id }: { order_id: string }) => {
        const order = orders.get(order_id)?.order
        if (order?.status === 'pending_payment') Object.assign(order, { status: 'paid' })
        return { status: order?.status ?? null }
      },
      abandonOrder: async ({ order_id }: { order_id: string }) => {
        const order = orders.get(order_id)?.order
        if (order?.status === 'pending_payment') Object.assign(order, { status: 'cancelled' })
        return { status: order?.status ?? null }
      },
    },
  }

  return {
    articles, reservations, payments, orders, carts, emails, rates, book, calls, watch,
    stubs: watched(stubs, async (name, run) => {
      calls.push(name)
      watch.beforeCall?.(name)
      const answer = await run()
      watch.afterCall?.(name)
      return answer
    }),
  } // prettier-ignore
}

type Stub = (input: never, context: never) => Promise<unknown>
type Stubs = Record<string, Record<string, Stub>>

function watched(
  stubs: object,
  around: (name: string, run: () => Promise<unknown>) => Promise<unknown>,
): Stubs {
  const entries = Object.entries(stubs as Stubs).map(([contract, operations]) => {
    const wrapped = Object.entries(operations).map(([operation, run]): [string, Stub] => [
      operation,
      (input, context) => around(`${contract}.${operation}`, () => run(input, context)),
    ])
    return [contract, Object.fromEntries(wrapped)]
  })
  return Object.fromEntries(entries)
}
