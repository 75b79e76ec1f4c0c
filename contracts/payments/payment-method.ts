import { z } from 'zod'

/** Ways to pay that a shop can offer. */
export const PaymentMethod = z.enum(['sandbox', 'stripe', 'razorpay', 'cash_on_delivery'])
