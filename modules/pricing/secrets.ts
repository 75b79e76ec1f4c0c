import { createHmac, createSecretKey } from 'node:crypto'
import type { Keyring } from '@rampart/platform/crypto/keys.ts'
import { couponCode } from './domain/coupons/code.ts'

/** Keyed hashes: what stands in the database leads nobody back to a person, a code or a network. */
export type Secrets = {
  /** By the mail address, for guests and accounts alike. */
  readonly person: (email: string) => Buffer
  /** Of a gift card's code, however it was typed. */
  readonly giftCard: (code: string) => Buffer
  /** Of what wrong tries are counted by. */
  readonly tries: (name: string) => Buffer
}

export function secretsOf(keys: Keyring): Secrets {
  const keyed = (purpose: string) => {
    const secret = createSecretKey(keys.derive(`pricing:${purpose}`))
    return (text: string) => createHmac('sha256', secret).update(text).digest()
  }
  const person = keyed('person')
  const giftCard = keyed('gift-card')
  return {
    person: (email) => person(email.trim().toLowerCase()),
    giftCard: (code) => giftCard(couponCode(code)),
    tries: keyed('tries'),
  }
}
