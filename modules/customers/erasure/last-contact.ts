import { z } from 'zod'
import type { Keyring } from '@rampart/platform/crypto/keys.ts'
import { seal, unseal } from '@rampart/platform/crypto/seal.ts'
import { Language } from '@rampart/contracts/identity/schemas.ts'

const Contact = z.strictObject({ email: z.string(), language: Language })

/** Where the last mail goes. */
export type Contact = z.infer<typeof Contact>

const PURPOSE = 'customers:erasure'

export function sealContact(keys: Keyring, accountId: string, { email, language }: Contact): Buffer {
  const text = JSON.stringify({ email, language })
  return seal(keys.derive(PURPOSE), Buffer.from(text), accountId)
}

/** @throws when it is another's */
export function openContact(keys: Keyring, accountId: string, sealed: Buffer): Contact {
  return Contact.parse(JSON.parse(unseal(keys.derive(PURPOSE), sealed, accountId).toString()))
}
