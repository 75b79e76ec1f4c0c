import { z } from 'zod'
import {
  Currency,
  Id,
  MoneyIn,
  MoneyOut,
  Page,
  pageFields,
  Text,
  Timestamp,
} from '@rampart/platform/contract/fields.ts'
import { TypedCode } from './priced-cart.ts'

/** A gift card as the back office sees it: never with its code. */
const GiftCard = z.strictObject({
  id: Id,
  /** The last four signs of its code. */
  hint: z.string(),
  status: z.enum(['active', 'spent', 'expired', 'disabled']),
  balance: MoneyOut,
  issued: MoneyOut,
  expires_at: Timestamp.nullable(),
  note: z.string(),
  created_at: Timestamp,
})

const Entry = z.strictObject({
  id: Id,
  kind: z.enum(['issued', 'charged', 'returned', 'expired', 'corrected']),
  /** What it adds; negative takes away. */
  amount: MoneyOut,
  balance_after: MoneyOut,
  order_id: Id.nullable(),
  reason: z.string().nullable(),
  actor_id: Id.nullable(),
  occurred_at: Timestamp,
})

const WithEntries = z.strictObject({ ...GiftCard.shape, entries: z.array(Entry) })

const readers = { allow: ['staff'], permission: 'giftcards:read' } as const
const writers = { allow: ['staff'], permission: 'giftcards:write' } as const

const badAmount = {
  PRICING_BAD_AMOUNT: {
    status: 400,
    message: 'Give an amount above 0 in a currency of the shop, with no more decimals than it has.',
  },
} as const

/** Gift cards: money that was paid in advance. */
export const giftCardOperations = {
  listGiftCards: {
    kind: 'query',
    summary: 'Gift cards, the newest first.',
    http: { method: 'GET', path: '/gift-cards' },
    access: readers,
    input: z.strictObject({
      ...pageFields,
      status: z.enum(['active', 'spent', 'expired', 'disabled']).optional(),
      /** The last four signs of a code, or part of a note. */
      q: z.string().trim().max(100).optional(),
    }),
    output: Page(GiftCard),
  },
  getGiftCard: {
    kind: 'query',
    summary: 'A gift card with all that was ever booked on it, the newest first.',
    http: { method: 'GET', path: '/gift-cards/:gift_card_id' },
    access: readers,
    input: z.strictObject({ gift_card_id: Id }),
    output: WithEntries,
  },
  issueGiftCard: {
    kind: 'command',
    summary: 'Issue a gift card. Its code is answered this once and kept nowhere.',
    http: { method: 'POST', path: '/gift-cards', status: 201 },
    access: { ...writers, fresh: true, facts: { amount: 'amount' } },
    idempotency: 'none',
    input: z.strictObject({
      amount: MoneyIn,
      expires_at: Timestamp.nullable().default(null),
      /** For those who work with it, such as for whom it is. */
      note: Text(300).default(''),
    }),
    output: z.strictObject({ ...GiftCard.shape, code: z.string() }),
    errors: {
      ...badAmount,
      PRICING_EXPIRES_TOO_SOON: { status: 400, message: 'A gift card must be good for a day or longer.' },
    },
  },
  correctGiftCard: {
    kind: 'command',
    summary: 'Add to the balance of a gift card or take from it, for a reason that is kept.',
    http: { method: 'POST', path: '/gift-cards/:gift_card_id/correct' },
    access: { ...writers, fresh: true, facts: { amount: 'amount' } },
    idempotency: 'required',
    input: z.strictObject({
      gift_card_id: Id,
      direction: z.enum(['add', 'take']),
      amount: MoneyIn,
      reason: Text(300, 3),
    }),
    output: WithEntries,
    errors: {
      ...badAmount,
      PRICING_GIFT_CARD_SHORT: { status: 409, message: 'There is less than that on the card.' },
    },
  },
  switchGiftCard: {
    kind: 'command',
    summary: 'Disable a gift card, or enable it again, for a reason that is kept.',
    http: { method: 'POST', path: '/gift-cards/:gift_card_id/switch' },
    access: writers,
    input: z.strictObject({ gift_card_id: Id, active: z.boolean(), reason: Text(300, 3) }),
    output: WithEntries,
  },
  getGiftCardBalance: {
    kind: 'query',
    summary: 'What is on the gift card with a code. Wrong codes are counted by network and slowed.',
    http: { method: 'POST', path: '/gift-cards/balance' },
    access: { allow: ['guest', 'customer'] },
    limit: 'recovery',
    input: z.strictObject({ code: TypedCode }),
    output: z.strictObject({
      hint: z.string(),
      balance: MoneyOut,
      currency: Currency,
      expires_at: Timestamp.nullable(),
      status: z.enum(['active', 'spent', 'expired', 'disabled']),
    }),
    errors: {
      PRICING_GIFT_CARD_UNKNOWN: { status: 404, message: 'There is no gift card with this code.' },
      PRICING_TOO_MANY_TRIES: { status: 429, message: 'Too many wrong codes. Try again later.' },
    },
  },
} as const
