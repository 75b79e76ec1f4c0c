import { z } from 'zod'
import type { Keyring } from '@rampart/platform/crypto/keys.ts'
import { seal, unseal } from '@rampart/platform/crypto/seal.ts'
import { Language } from '@rampart/contracts/identity/schemas.ts'

/** Where a mail goes whose reader has no account any more. */
const Contact = z.strictObject({ email: z.string(), language: Language })

type Contact = z.infer<typeof Contact>

/** What the message of such a mail keeps until it has left. */
const Details = z.strictObject({ contact: z.base64() })

const PURPOSE = 'notifications:farewell'

export function sealContact(keys: Keyring, accountId: string, contact: Contact): z.infer<typeof Details> {
  const sealed = seal(keys.derive(PURPOSE), Buffer.from(JSON.stringify(contact)), accountId)
  return { contact: sealed.toString('base64') }
}

/** @throws when it is another's */
export function openContact(keys: Keyring, accountId: string, details: unknown): Contact {
  const sealed = Buffer.from(Details.parse(details).contact, 'base64')
  return Contact.parse(JSON.parse(unseal(keys.derive(PURPOSE), sealed, accountId).toString()))
}
