import { z } from 'zod'
import { Currency, Id, Minor, Quantity } from '@rampart/platform/contract/fields.ts'
import { OrderPricing } from '@rampart/contracts/orders/pricing.ts'
import { PaymentMethod } from '@rampart/contracts/payments/payment-method.ts'
import { NothingToPay } from '@rampart/contracts/payments.ts'
import { Address, articleFields, Email } from '@rampart/contracts/shared-fields.ts'

/** What a purchase consists of, decided once and kept with its process. */
export const Plan = z.strictObject({
  email: Email,
  lines: z.array(
    z.strictObject({
      ...articleFields,
      // A process that began before sellers were kept has none.
      seller_id: Id.nullable().default(null),
      unit_price_minor: Minor,
      quantity: Quantity,
      /** Not all of it was there when it was ordered. */
      ships_later: z.boolean().optional(),
    }),
  ),
  currency: Currency,
  shipping_minor: Minor,
  shipping_method: z.strictObject({ code: z.string(), name: z.string() }),
  shipping_address: Address,
  billing_address: Address.nullable(),
  note: z.string().nullable(),
  payment_method: z.union([PaymentMethod, NothingToPay]),
  /** What the order costs, before gift cards pay. */
  total_minor: Minor,
  /** Absent: began before there were discounts and taxes. */
  pricing: OrderPricing.optional(),
})

export type Plan = z.infer<typeof Plan>
