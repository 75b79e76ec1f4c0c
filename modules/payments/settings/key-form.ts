import type { PaymentMethod } from '@rampart/contracts/payments/payment-method.ts'
import type { InputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Payments } from '@rampart/contracts/payments.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { z } from 'zod'
import type { PaymentsDeps } from '../deps.ts'

export type KeyName = keyof InputOf<Payments, 'setProviderKeys'>['keys']

/** Keys by their names, as they were typed. Secret: never log them. */
export type KeyValues = Readonly<Partial<Record<KeyName, string>>>

export type KeyField = {
  readonly name: KeyName
  readonly required: boolean
  readonly form: RegExp
  /** What is wrong with one of another form. */
  readonly hint: string
}

/** What a provider is set up with, and how what was typed is looked at before it is kept. */
export type KeyForm = {
  readonly provider: z.infer<typeof PaymentMethod>
  readonly fields: readonly KeyField[]
  /** The kinds of news that its webhook has to send. */
  readonly events: readonly string[]
  /** Whose money moves; null while there is no key that tells. */
  modeOf(values: KeyValues): 'test' | 'live' | null
  /** The first key that contradicts another, with what is wrong. */
  contradiction(values: KeyValues): { readonly name: KeyName; readonly message: string } | null
  /** Asks the provider something harmless with the keys. @throws UNAVAILABLE when it cannot be reached */
  knows(deps: PaymentsDeps, context: CallContext, values: KeyValues): Promise<boolean>
}
