import { z } from 'zod'
import { Bytes, Id, Page, pageFields, Timestamp } from '@rampart/platform/contract/fields.ts'
import { TypedCode } from './priced-cart.ts'

/** A code that opens a promotion. */
export const Coupon = z.strictObject({
  id: Id,
  promotion_id: Id,
  code: z.string(),
  active: z.boolean(),
  uses: z.int(),
  max_uses: z.int().nullable(),
  max_uses_per_person: z.int().nullable(),
  created_at: Timestamp,
})

const Limit = z.int().min(1).max(1_000_000_000).nullable()

const limits = { max_uses: Limit.default(null), max_uses_per_person: Limit.default(null) }

const Code = TypedCode.regex(
  /^[\p{L}\p{N}\s\p{Pd}_.%]+$/u,
  'Use letters, digits, spaces, hyphens, _, . and %.',
)

/** What the back office does with the codes of promotions. */
export const couponOperations = {
  listCoupons: {
    kind: 'query',
    summary: 'Codes of a promotion, the newest first.',
    http: { method: 'GET', path: '/promotions/:promotion_id/coupons' },
    access: { allow: ['staff'], permission: 'promotions:read' },
    input: z.strictObject({
      promotion_id: Id,
      ...pageFields,
      /** The beginning of a code. */
      q: z.string().trim().max(60).optional(),
    }),
    output: Page(Coupon),
  },
  createCoupons: {
    kind: 'command',
    summary: 'Add one code that you choose, or up to 10,000 that are made up, each with the same limits.',
    http: { method: 'POST', path: '/promotions/:promotion_id/coupons', status: 201 },
    access: { allow: ['staff'], permission: 'promotions:write' },
    input: z
      .strictObject({
        promotion_id: Id,
        code: Code.optional(),
        count: z.int().min(1).max(10_000).optional(),
        /** What made-up codes begin with. */
        prefix: z
          .string()
          .regex(/^[A-Za-z0-9]{0,12}$/, 'Use letters and digits.')
          .default(''),
        ...limits,
      })
      .refine((input) => (input.code === undefined) !== (input.count === undefined), {
        message: 'Give either code or count.',
        path: ['code'],
      }),
    output: z.strictObject({
      created: z.int(),
      /** The first of them. All are in the file of codes. */
      codes: z.array(z.string()),
    }),
    errors: {
      PRICING_CODE_TAKEN: { status: 409, message: 'There is a coupon with this code already.' },
      PRICING_NEEDS_NO_COUPON: { status: 409, message: 'This promotion applies without a code.' },
    },
  },
  updateCoupon: {
    kind: 'command',
    summary: 'Change the limits of a code, or switch it on or off.',
    http: { method: 'PUT', path: '/coupons/:coupon_id' },
    access: { allow: ['staff'], permission: 'promotions:write' },
    input: z.strictObject({
      coupon_id: Id,
      active: z.boolean(),
      max_uses: Limit,
      max_uses_per_person: Limit,
    }),
    output: Coupon,
  },
  exportCoupons: {
    kind: 'command',
    summary: 'All codes of a promotion with their limits and uses, as a CSV file.',
    http: { method: 'POST', path: '/promotions/:promotion_id/coupons/export', answer: 'binary' },
    access: { allow: ['staff'], permission: 'promotions:write' },
    limit: 'export',
    idempotency: 'none',
    input: z.strictObject({ promotion_id: Id }),
    output: z.strictObject({ content_type: z.string(), bytes: Bytes, attachment: z.string() }),
  },
} as const
