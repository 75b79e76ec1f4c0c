import { fileURLToPath } from 'node:url'
import { createRequestHandler, type ServerBuild } from 'react-router'
import { createServer } from 'vite'
import type { ShopRequest } from '../app/shop-request.ts'

export const NONCE = 'bm9uY2U='
export const TOKEN = 'token-of-this-shopper'

const money = (amount: string) => ({ amount, currency: 'EUR' })
const picture = {
  id: 'p',
  url: '/media/a.jpg',
  alt: 'A lamp',
  width: 900,
  height: 1200,
  srcset: [{ url: '/media/a.jpg', width: 900 }],
}
const category = {
  id: 'c',
  slug: 'lamps',
  name: 'Lamps',
  description: '',
  parent_id: null,
  position: 1,
  product_count: 1,
  picture,
  children: [],
}
const card = {
  id: 'x',
  slug: 'lamp',
  name: '</script><b>Lamp</b>',
  brand: 'Volta',
  price: money('19.00'),
  price_varies: true,
  compare_at_price: money('25.00'),
  picture,
  in_stock: true,
  rating: { count: 2, average: 3.5 },
}
const review = {
  id: 'w',
  product_id: 'x',
  rating: 5,
  title: '<script>alert(1)</script>',
  text: '"><img src=x onerror=alert(2)>',
  author_name: '</li><b>Ada</b>',
  verified: true,
  status: 'published',
  helpful_count: 3,
  photos: [{ ...picture, url: '/api/v1/media/p/900' }],
  reply: { text: '<i>Thank you</i>', replied_at: '2026-03-02T09:00:00.000Z' },
  own: false,
  voted: false,
  created_at: '2026-03-01T09:00:00.000Z',
  updated_at: '2026-03-01T09:00:00.000Z',
}
const variant = (id: string, size: string, available: number) => ({
  id,
  sku: `L-${size}`,
  options: { Size: size },
  price: money('19.00'),
  compare_at_price: null,
  available,
  in_stock: available > 0,
})
const line = {
  id: 'l',
  variant_id: 'v1',
  product_id: 'x',
  product_slug: 'lamp',
  product_name: 'Lamp',
  sku: 'L-S',
  options: { Size: 'S' },
  picture,
  unit_price: money('19.00'),
  quantity: 2,
  line_total: money('38.00'),
  available: 3,
  notes: ['price_changed', 'quantity_reduced'],
  discount: money('1.90'),
  discounts: [
    {
      ...{ name: 'Sale', coupon: 'SALE', amount: money('1.90') },
      explanation: { code: 'percentage_off', facts: { percent_bp: 500, at_most_minor: null } },
    },
  ],
  ...{ tax: money('5.76'), tax_rate_percent: '19', total: money('36.10') },
}
const priced = {
  discount_total: money('1.90'),
  discounts: [{ name: 'Sale', coupon: 'SALE', amount: money('1.90') }],
  prices: 'inclusive',
  tax_total: money('5.76'),
  taxes: [{ rate_percent: '19', net: money('30.34'), tax: money('5.76') }],
  gift_card_total: money('5.00'),
}
const entered = {
  coupons: [
    { code: 'SALE', applied: true, refused: null, facts: null },
    { code: 'LATER', applied: false, refused: 'not_in_cart', facts: null },
  ],
  gift_cards: [
    {
      ...{ gift_card_id: 'g', hint: 'CARD', amount: money('5.00'), balance: money('9.00') },
      refused: null,
    },
  ],
}
const address = { full_name: 'Ada', street: '1 Lane', city: 'Ulm', postal_code: '89073', country: 'DE' }
const order = {
  id: 'o',
  number: '1001',
  status: 'shipped',
  email: 'ada@example.com',
  customer_id: null,
  items: [line],
  subtotal: money('38.00'),
  shipping_total: money('5.00'),
  total: money('43.00'),
  refunded_total: money('5.00'),
  ...priced,
  shipping_method: { code: 's', name: 'Standard' },
  refunds: [
    {
      ...{ id: 'f', amount: money('3.00'), shipping: money('0.00'), occurred_at: '2026-11-21T08:00:00Z' },
      lines: [{ line_id: 'l', quantity: 1, amount: money('3.00') }],
    },
  ],
  shipping_address: address,
  billing_address: null,
  note: null,
  payment: { id: 'y', provider: 'sandbox', status: 'captured', next_action: null },
  shipment: { carrier: 'Post', tracking_number: '42', tracking_url: 'https://post.example/42' },
  shipments: [],
  fulfilment: 'shipped',
  documents: [
    {
      ...{ id: 'd', kind: 'invoice', number: 'INV-2026-000001', total: money('43.00') },
      issued_at: '2026-11-21T08:00:00Z',
    },
  ],
  history: [{ status: 'paid', note: null, occurred_at: '2026-11-21T08:00:00Z' }],
  allowed_actions: ['cancel'],
  placed_at: '2026-11-21T08:00:00Z',
  tracking_token: 't',
}
const returned = {
  ...{ id: 'r', number: 'R-1', order_id: 'o', order_number: '7', status: 'approved', note: 'Too <b>big</b>' },
  lines: [{ ...line, line_id: 'l', reason: 'damaged', inspection: null }],
  ...{ ship_to: 'Returns\n1 Mill Lane', refunded: null, allowed_actions: ['cancel'] },
  history: [{ status: 'approved', note: 'Use the box', occurred_at: '2026-11-21T08:00:00Z' }],
  created_at: '2026-11-21T08:00:00Z',
}
const saved = { id: 'a', label: 'Home', is_default: true, address, created_at: '2026-11-21T08:00:00Z' }
const list = { items: [card], page: 1, page_size: 24, total: 60 }

const recommended = {
  kind: 'for_you',
  items: [
    {
      product: card,
      reason: { type: 'because_you_bought', product: { id: 'x', slug: 'lamp', name: card.name } },
    },
  ],
}

/** One answer for each operation that a page asks for: enough of everything for every part to show. */
const answers: Record<string, unknown> = {
  'catalog.listCategories': { items: [{ ...category, children: [{ ...category, slug: 'desk-lamps' }] }] },
  'catalog.listProducts': list,
  'search.searchProducts': {
    ...list,
    facets: [
      { type: 'values', key: 'brand', name: 'Brand', values: [{ value: 'Volta', count: 1, selected: true }] },
      { type: 'range', key: 'price', name: 'Price', min: 1, max: 99 },
      { type: 'values', key: 'rating', name: 'Rating', values: [{ value: '4', count: 1, selected: false }] },
      { type: 'range', key: 'weight', name: 'Weight', min: 1, max: 99 },
      {
        type: 'values',
        key: 'dimmable',
        name: 'Dimmable',
        values: [{ value: 'true', count: 1, selected: false }],
      },
    ],
    rescue: {
      searched: 'lamp',
      corrected: [{ word: 'lanp', taken_as: 'lamp' }],
      left_out: ['xyz'],
      some_words: true,
    },
  },
  'catalog.getProductBySlug': {
    ...card,
    summary: 'A lamp.',
    description: 'One.\n\nTwo.',
    status: 'published',
    category: { id: 'c', slug: 'lamps', name: 'Lamps' },
    breadcrumb: [{ id: 'c', slug: 'lamps', name: 'Lamps' }],
    pictures: [picture, { ...picture, id: 'q' }],
    options: [{ name: 'Size', values: ['S', 'M'] }],
    variants: [variant('v1', 'S', 3), variant('v2', 'M', 0)],
    attributes: [{ key: 'dimmable', name: 'Dimmable', value: true }],
    created_at: '2026-11-21T08:00:00Z',
    updated_at: '2026-11-21T08:00:00Z',
  },
  'catalog.getCards': { items: [card] },
  'recommendations.getProductRecommendations': { blocks: [recommended] },
  'recommendations.getRecommendations': { blocks: [recommended] },
  'catalog.getProduct': {
    ...card,
    summary: '',
    description: '',
    pictures: [picture],
    variants: [variant('v1', 'S', 3)],
    attributes: [{ key: 'dimmable', name: 'Dimmable', value: true }],
  },
  'customers.getWishlist': {
    ...{ name: 'Birthday', shared_at: null, page: 1, page_size: 24, total: 2 },
    items: [
      { product_id: 'x', product: card, added_at: '2026-11-21T08:00:00Z', notice: false },
      { product_id: 'y', product: null, added_at: '2026-11-21T08:00:00Z', notice: false },
    ],
  },
  'customers.getWishlistIds': { product_ids: ['x'], notice_ids: [] },
  'customers.getSharedWishlist': { name: 'Birthday', products: [card] },
  'customers.shareWishlist': { url: 'http://shop.test/wishlist/shared/t' },
  'cart.getCart': {
    ...{ id: 'k', items: [line], count: 2, subtotal: money('38.00'), total: money('36.10') },
    ...priced,
    ...entered,
  },
  'checkout.quoteCheckout': {
    items: [line],
    subtotal: money('38.00'),
    shipping_options: [
      { code: 's', name: 'Standard', description: '', price: money('5.00'), min_days: 2, max_days: 4 },
    ],
    shipping_method: 's',
    shipping_total: money('5.00'),
    ...priced,
    ...entered,
    total: money('43.00'),
    to_pay: money('38.00'),
    payment_methods: [{ code: 'sandbox', name: 'Test bank', description: '' }],
  },
  'checkout.completeCheckout': {
    ...order,
    status: 'pending_payment',
    payment: { ...order.payment, status: 'pending' },
  },
  'orders.getOrder': order,
  'orders.listOrderReturns': {
    items: [returned],
    returnable: [{ line_id: 'l', quantity: 1 }],
    until: '2026-12-21T08:00:00Z',
  },
  'orders.getReturn': returned,
  'orders.listReturns': {
    items: [{ ...returned, piece_count: 1, first_item_name: 'Lamp', picture }],
    page: 1,
    page_size: 20,
    total: 1,
  },
  'orders.listOrders': {
    items: [
      {
        ...order,
        payment_status: 'captured',
        full_name: 'Ada',
        item_count: 2,
        first_item_name: 'Lamp',
        picture,
      },
    ],
    page: 1,
    page_size: 20,
    total: 1,
  },
  'payments.getSandboxPayment': {
    id: 'y',
    amount: money('43.00'),
    status: 'open',
    shop_name: 'Shop',
    order_id: 'o',
    return_url: '/checkout/return?order_id=o',
  },
  'reviews.getRating': {
    product_id: 'x',
    count: 2,
    average: 3.5,
    histogram: [5, 4, 3, 2, 1].map((rating) => ({ rating, count: rating === 5 || rating === 2 ? 1 : 0 })),
  },
  'reviews.listReviews': { items: [review], page: 1, page_size: 10, total: 1 },
  'reviews.getReview': review,
  'reviews.updateReview': review,
  'reviews.listOwnReviews': {
    items: [
      {
        ...review,
        product: { slug: 'lamp', name: '<b>Lamp</b>', picture, published: true },
        rejected_reason: null,
      },
    ],
    page: 1,
    page_size: 10,
    total: 1,
  },
  'customers.listAddresses': { items: [saved] },
  'shipping.listMethods': {
    items: [
      {
        id: 'm',
        code: 's',
        name: 'Standard',
        description: '',
        price: money('5.00'),
        free_over: money('50.00'),
        countries: [],
        min_days: 2,
        max_days: 4,
        active: true,
        position: 1,
      },
    ],
  },
  'identity.listSignInProviders': { items: [] },
  'identity.listPasskeys': { items: [] },
  'identity.startSession': { session_token: 'secret-session', account: {}, expires_at: '' },
}

type Calls = { operation: string; input: unknown; options: { idempotency_key?: string } | undefined }[]

/** Renders the shop's pages from source, with `answers` behind them. */
export async function openShop() {
  const vite = await createServer({
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  })
  const build = (await vite.ssrLoadModule('virtual:react-router/server-build')) as ServerBuild & {
    entry: {
      module: {
        createLoadContext(request: ShopRequest): Parameters<ReturnType<typeof createRequestHandler>>[1]
      }
    }
  }
  const handle = createRequestHandler(build, 'production')
  async function send(
    request: Request,
    options: { customer?: boolean; cookie?: string; failing?: Record<string, object> } = {},
  ) {
    if (options.cookie !== undefined) request.headers.set('cookie', options.cookie)
    const calls: Calls = []
    const sessions: string[] = []
    const reported: unknown[] = []
    const shop: ShopRequest = {
      call: (operation, input, callOptions) => {
        calls.push({ operation, input, options: callOptions })
        const refusal = options.failing?.[operation]
        if (refusal) return Promise.reject(Object.assign(new Error('refused'), refusal))
        if (!(operation in answers)) return Promise.resolve(null)
        return Promise.resolve(structuredClone(answers[operation]))
      },
      nonce: NONCE,
      csrf_token: TOKEN,
      checkCsrf: (token) => token === TOKEN,
      shopper: options.customer
        ? { kind: 'customer', id: 'u', email: 'ada@example.com', full_name: 'Ada' }
        : { kind: 'guest' },
      shop: {
        name: 'Shop',
        tagline: 'Things',
        currency: 'EUR',
        currencies: ['EUR'],
        public_url: 'http://shop.test',
      },
      startSession: (token) => sessions.push(token),
      endSession: () => sessions.push('ended'),
      allowFormTarget: () => undefined,
      embedPaymentForm: (provider) => `https://script.example/${provider}.js`,
      request_id: 'r',
      report: (error) => reported.push(error),
    }
    const response = await handle(request, build.entry.module.createLoadContext(shop))
    return { response, html: await response.text(), calls, sessions, reported }
  }
  return {
    get: (path: string, options?: Parameters<typeof send>[1]) =>
      send(new Request(`http://shop.test${path}`), options),
    post: (path: string, fields: Record<string, string>, options?: Parameters<typeof send>[1]) =>
      send(
        new Request(`http://shop.test${path}`, { method: 'POST', body: new URLSearchParams(fields) }),
        options,
      ),
    close: () => vite.close(),
  }
}
