import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Settings } from '@rampart/platform/config/settings.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { notificationsModule } from '../module.ts'

export const ORDER_ID = '01890000-0000-7000-8000-000000000001'
export const TOKEN = 'k3pT-0rder-token_of-a-guest'

/** An order as `orders` answers it to a guest. */
export function orderOf(over: object = {}): object {
  return {
    id: ORDER_ID,
    number: 'R-1042',
    status: 'paid',
    email: 'ada@example.com',
    customer_id: null,
    items: [
      {
        id: newId(),
        variant_id: newId(),
        product_id: newId(),
        product_slug: 'linen-shirt',
        product_name: 'Linen shirt <script>alert(1)</script>',
        sku: 'LS-1',
        options: { size: 'M', colour: 'Sand & "stone"' },
        picture: {
          id: newId(),
          url: '/media/shirt.webp',
          alt: 'A shirt',
          width: 1200,
          height: 1200,
          srcset: [
            { url: '/media/shirt-160.webp', width: 160 },
            { url: '/media/shirt-64.webp', width: 64 },
          ],
        },
        unit_price: { amount: '149.99', currency: 'USD' },
        quantity: 2,
        line_total: { amount: '299.98', currency: 'USD' },
        discount: { amount: '0.00', currency: 'USD' },
        tax: { amount: '0.00', currency: 'USD' },
        tax_rate_percent: '0',
        total: { amount: '299.98', currency: 'USD' },
        discounts: [],
      },
    ],
    subtotal: { amount: '299.98', currency: 'USD' },
    shipping_total: { amount: '5.00', currency: 'USD' },
    discount_total: { amount: '0.00', currency: 'USD' },
    discounts: [],
    prices: 'inclusive',
    tax_total: { amount: '0.00', currency: 'USD' },
    taxes: [],
    total: { amount: '304.98', currency: 'USD' },
    gift_card_total: { amount: '0.00', currency: 'USD' },
    refunded_total: { amount: '0.00', currency: 'USD' },
    shipping_method: { code: 'standard', name: 'Standard' },
    shipping_address: {
      full_name: 'Ada Lovelace',
      street: '12 St James Square',
      city: 'London',
      postal_code: 'SW1Y 4JH',
      country: 'GB',
    },
    billing_address: null,
    note: null,
    payment: null,
    shipment: null,
    history: [],
    allowed_actions: [],
    placed_at: '2026-01-15T11:59:00.000Z',
    tracking_token: TOKEN,
    ...over,
  }
}

/** What identity was asked for a secret with. */
export type SecretAsked = {
  readonly account_id: string
  readonly purpose: string
  readonly reference?: string
}

type Answers = {
  order?: () => object | null
  block?: () => object | null
  token?: () => string | null
  email?: () => string | null
  language?: () => 'en' | 'de'
  audience?: () => 'shop' | 'staff'
  secret?: (asked: SecretAsked) => { token: string | null; recipient: string }
}

/** The module with a mail folder of its own and the modules it asks played. */
export async function mailScene(answers: Answers = {}, settings: Partial<Settings> = {}) {
  const data_dir = await mkdtemp(join(tmpdir(), 'rampart-mail-'))
  const folder = join(data_dir, 'mail')
  const email = answers.email ?? (() => 'ada@example.com')
  const language = answers.language ?? (() => 'en')
  const audience = answers.audience ?? (() => 'shop')
  let now = new Date('2026-01-15T12:00:00.000Z')
  const h = await testModule(notificationsModule, {
    clock: () => now,
    settings: { data_dir, shop_name: 'Fern & Clay', public_url: 'https://shop.example', ...settings },
    stubs: {
      orders: { getPlacedOrder: async () => (answers.order ?? orderOf)() },
      recommendations: { getForOrder: async () => ({ block: answers.block?.() ?? null }) },
      identity: {
        getContacts: async ({ account_ids }: { account_ids: string[] }) => {
          const address = email()
          if (address === null) return { contacts: [] }
          return {
            contacts: account_ids.map((account_id) => ({
              account_id,
              email: address,
              full_name: 'Ada',
              language: language(),
              audience: audience(),
            })),
          }
        },
        issueMailToken: async (asked: SecretAsked) => {
          const none = { token: null, recipient: '' }
          return { ...(answers.secret?.(asked) ?? none), language: language() }
        },
        issueVerificationToken: async () => ({ token: (answers.token ?? (() => 'a'.repeat(43)))() }),
      },
    },
  })
  const runJobs = async (): Promise<void> => {
    for (const { name, payload } of h.takeJobs()) await h.runJob(name, payload)
  }
  return {
    h,
    advance: (seconds: number) => void (now = new Date(now.getTime() + seconds * 1_000)),
    runJobs,
    /** Hands an event over and sends what it asks for. */
    tell: async (type: string, payload: object, id = newId()): Promise<void> => {
      await h.deliver(type, payload, id)
      await runJobs()
    },
    files: async () => (await readdir(folder).catch(() => [])).sort(),
    folder,
    mails: async (wanted: (name: string) => boolean = () => true) => {
      const names = (await readdir(folder).catch(() => [])).filter(wanted).sort()
      return Promise.all(names.map(async (name) => readMail(await readFile(join(folder, name), 'utf8'))))
    },
    rows: async () =>
      (await h.db.pool.query<Record<string, unknown>>('SELECT * FROM notifications.messages ORDER BY id'))
        .rows,
    close: async () => {
      await h.close()
      await rm(data_dir, { recursive: true, force: true })
    },
  }
}

/** The headers of a mail and its two parts, decoded. */
export function readMail(raw: string): { headers: Map<string, string[]>; text: string; html: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const headers = headersOf(head)
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type')?.[0] ?? '')?.[1] ?? ''
  const parts = rest.join('\r\n\r\n').split(`--${boundary}`).slice(1, -1).map(readPart)
  return {
    headers,
    text: parts.find((part) => part.type.startsWith('text/plain'))?.body ?? '',
    html: parts.find((part) => part.type.startsWith('text/html'))?.body ?? '',
  }
}

function headersOf(head: string): Map<string, string[]> {
  const headers = new Map<string, string[]>()
  for (const line of head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const [name = '', ...value] = line.split(':')
    const key = name.trim().toLowerCase()
    headers.set(key, [...(headers.get(key) ?? []), decodeWords(value.join(':').trim())])
  }
  return headers
}

/** Encoded words of RFC 2047, of which the gaps between do not count. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, coding: string, text: string) =>
      coding.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString()
        : decodeBytes(text.replaceAll('_', ' ')),
    )
}

function decodeBytes(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

function readPart(part: string): { type: string; body: string } {
  const [head = '', ...rest] = part.trimStart().split('\r\n\r\n')
  const headers = headersOf(head)
  const body = rest.join('\r\n\r\n')
  const encoding = headers.get('content-transfer-encoding')?.[0]
  const type = headers.get('content-type')?.[0] ?? ''
  if (encoding === 'base64') return { type, body: Buffer.from(body, 'base64').toString() }
  if (encoding !== 'quoted-printable') return { type, body }
  return { type, body: decodeBytes(body.replace(/=\r\n/g, '')) }
}
