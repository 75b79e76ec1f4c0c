import { z } from 'zod'
import { CountryCode, Text } from '@rampart/platform/contract/fields.ts'

/** A mail address, in a grammar narrower than RFC 5321: no quotes, no comments, no control characters, no IP literals. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(
    /^[a-z0-9](?:[a-z0-9!#$%&'*+/=?^_`{|}~-]|\.(?!\.)){0,63}(?<!\.)@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
    'Use an e-mail address such as name@example.com.',
  )

/** Where something is sent. */
export const Address = z.strictObject({
  full_name: Text(120, 1).optional(),
  company: Text(120).optional(),
  street: Text(200, 1),
  street2: Text(200).optional(),
  city: Text(120, 1),
  state: Text(120).optional(),
  postal_code: Text(20, 1),
  country: CountryCode,
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9 ()./-]{4,30}$/, 'Use a telephone number.')
    .optional(),
})

/** A picture as pages show it: its largest form, and narrower ones to choose from. */
export const Picture = z.strictObject({
  id: z.uuid(),
  url: z.string(),
  alt: z.string(),
  width: z.int(),
  height: z.int(),
  srcset: z.array(z.strictObject({ url: z.string(), width: z.int() })),
})

/** What a line of a cart or an order keeps of its article, so that it reads the same after the catalogue has changed. */
export const articleFields = {
  variant_id: z.uuid(),
  product_id: z.uuid(),
  product_slug: z.string(),
  product_name: z.string(),
  sku: z.string(),
  /** Option name → value; empty for a product without options. */
  options: z.record(z.string(), z.string()),
  picture: Picture.nullable(),
} as const

/**
 * What a provider's own form needs on the page of the shop that it stands on. The buyer may see all of it. `amount` is
 * in the provider's own smallest units, `currency` in its own spelling.
 */
const PaymentForm = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('stripe'),
    publishable_key: z.string(),
    amount: z.int(),
    currency: z.string(),
  }),
  z.strictObject({
    provider: z.literal('razorpay'),
    key_id: z.string(),
    order_id: z.string(),
    amount: z.int(),
    currency: z.string(),
  }),
])

/** What the shopper's browser has to do next: go there. With a `form` it is a page of the shop. */
export const NextAction = z
  .strictObject({ type: z.literal('redirect'), url: z.string(), form: PaymentForm.optional() })
  .nullable()
