import type { Orders } from '@rampart/contracts/orders.ts'
import type { Payments } from '@rampart/contracts/payments.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

export type PaymentsDeps = Deps<Payments, { orders: Orders }>
