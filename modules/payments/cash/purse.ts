import type { Purse } from '../domain/ledger.ts'
import { CASH } from './cash-provider.ts'

/** Where the money of a way to pay lies until it is at the bank. */
export function purseOf(provider: string): Purse {
  return provider === CASH ? 'cash' : 'provider_clearing'
}
