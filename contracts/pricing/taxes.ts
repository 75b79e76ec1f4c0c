import { z } from 'zod'
import { CountryCode, Id, Text, Timestamp } from '@rampart/platform/contract/fields.ts'

const Code = z
  .string()
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'Use lower-case letters, digits and hyphens.')
  .max(40)

/** `standard`, `reduced` … as the table of rates names them, or `zero`. */
const Level = z.string().regex(/^[a-z][a-z0-9_]{0,29}$/, 'Use the name of a level, such as reduced.')

/** Hundredths of a percent: 1,900 is 19 %. */
const RateBp = z.int().min(0).max(9_900)

const TaxClass = z.strictObject({
  code: Code,
  name: Text(80, 1),
  level: Level,
  /** Where it is another level, or a rate of its own. */
  exceptions: z
    .array(
      z
        .strictObject({ country: CountryCode, level: Level.optional(), rate_bp: RateBp.optional() })
        .refine((one) => (one.level === undefined) !== (one.rate_bp === undefined), {
          message: 'Give either level or rate_bp.',
          path: ['level'],
        }),
    )
    .max(250),
  /** Articles of this class, beside those that say so themselves. A product counts before its categories. */
  product_ids: z.array(Id).max(1_000),
  /** The nearest category counts. */
  category_ids: z.array(Id).max(1_000),
})

const fields = {
  /** False: no article is taxed, and prices are what they are. */
  enabled: z.boolean(),
  /** Whether the prices of the catalogue and of shipping are with tax. */
  prices: z.enum(['inclusive', 'exclusive']),
  home: CountryCode,
  /** Rates of the buyer's country (one-stop shop), or those of home everywhere. */
  rates_of: z.enum(['destination', 'home']),
  /** Where the shop owes tax; elsewhere there is none. */
  countries: z.array(CountryCode).max(250),
  classes: z.array(TaxClass).min(1).max(50),
  /** Of articles that nothing is said of. */
  default_class: Code,
  /** Null: shipping is taxed as the goods, in their proportion. */
  shipping_class: Code.nullable(),
  /** Rates of countries that the table does not have, or in the place of its own. */
  own_rates: z
    .array(
      z.strictObject({
        country: CountryCode,
        rates: z
          .array(z.strictObject({ level: Level, rate_bp: RateBp }))
          .min(1)
          .max(10),
      }),
    )
    .max(250),
}

const TaxSettings = z.strictObject({
  ...fields,
  /** Null: nobody has said anything yet. */
  updated_at: Timestamp.nullable(),
  /** The rates that hold today, published and own. */
  table: z.array(
    z.strictObject({
      country: CountryCode,
      own: z.boolean(),
      in_european_union: z.boolean(),
      from: z.string(),
      rates: z.array(z.strictObject({ level: z.string(), rate_bp: z.int() })),
      territories: z.array(z.strictObject({ name: z.string(), rate_bp: z.int() })),
    }),
  ),
})

/** By what the shop taxes. */
export const taxOperations = {
  getTaxSettings: {
    kind: 'query',
    summary: 'By what the shop taxes, and the table of rates.',
    http: { method: 'GET', path: '/taxes' },
    access: { allow: ['staff'], permission: 'taxes:read' },
    input: z.strictObject({}),
    output: TaxSettings,
  },
  updateTaxSettings: {
    kind: 'command',
    summary: 'Say by what the shop taxes. Orders already placed keep their taxes.',
    http: { method: 'PUT', path: '/taxes' },
    access: { allow: ['staff'], permission: 'taxes:write' },
    input: z.strictObject(fields),
    output: TaxSettings,
    errors: {
      PRICING_BAD_TAXES: { status: 400, message: 'These settings contradict each other.' },
    },
  },
} as const
