import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import {
  CountryCode,
  Currency,
  Id,
  Minor,
  MoneyIn,
  MoneyOut,
  Nothing,
  Text,
} from '@rampart/platform/contract/fields.ts'

const ShippingMethod = z.strictObject({
  id: Id,
  code: z.string(),
  name: z.string(),
  description: z.string(),
  price: MoneyOut,
  free_over: MoneyOut.nullable(),
  countries: z.array(CountryCode),
  min_days: z.int(),
  max_days: z.int(),
  active: z.boolean(),
  position: z.int(),
})

const Code = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use lower-case letters, digits and hyphens.')
  .max(40)

const fields = {
  name: Text(80, 1),
  description: Text(300),
  price: MoneyIn,
  free_over: MoneyIn.nullable(),
  /** Empty: everywhere. */
  countries: z.array(CountryCode).max(250),
  min_days: z.int().min(0).max(365),
  max_days: z.int().min(0).max(365),
  active: z.boolean(),
  position: z.int().min(0).max(1_000),
}

const badPrice = {
  SHIPPING_BAD_PRICE: {
    status: 400,
    message: 'The prices must be in one currency of the shop, with no more decimals than it has.',
  },
} as const

export const shipping = defineContract({
  name: 'shipping',
  operations: {
    quoteRates: {
      kind: 'query',
      summary: 'What each method costs for a destination and an order value, cheapest first.',
      access: { modules: ['checkout'] },
      input: z.strictObject({ country: CountryCode.nullable(), subtotal_minor: Minor, currency: Currency }),
      output: z.strictObject({
        rates: z.array(
          z.strictObject({
            code: z.string(),
            name: z.string(),
            description: z.string(),
            price_minor: Minor,
            min_days: z.int(),
            max_days: z.int(),
          }),
        ),
      }),
    },
    listMethods: {
      kind: 'query',
      summary: 'Every shipping method, in their order.',
      http: { method: 'GET', path: '/shipping/methods' },
      access: { allow: ['anyone'], permission: 'shipping:read' },
      input: z.strictObject({}),
      output: z.strictObject({ items: z.array(ShippingMethod) }),
    },
    createMethod: {
      kind: 'command',
      summary: 'Add a flat-rate shipping method.',
      http: { method: 'POST', path: '/shipping/methods', status: 201 },
      access: { allow: ['staff'], permission: 'shipping:write' },
      input: z.strictObject({ code: Code, ...fields }),
      output: ShippingMethod,
      errors: { ...badPrice, SHIPPING_CODE_TAKEN: { status: 409, message: 'Another method has this code.' } },
    },
    updateMethod: {
      kind: 'command',
      summary: 'Change a shipping method. Orders already placed keep what they were quoted.',
      http: { method: 'PUT', path: '/shipping/methods/:method_id' },
      access: { allow: ['staff'], permission: 'shipping:write' },
      input: z.strictObject({ method_id: Id, ...fields }),
      output: ShippingMethod,
      errors: badPrice,
    },
    deleteMethod: {
      kind: 'command',
      summary: 'Remove a shipping method.',
      http: { method: 'DELETE', path: '/shipping/methods/:method_id', status: 204 },
      access: { allow: ['staff'], permission: 'shipping:write' },
      input: z.strictObject({ method_id: Id }),
      output: Nothing,
    },
  },
})

export type Shipping = typeof shipping
