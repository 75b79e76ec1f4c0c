import { randomBytes } from 'node:crypto'
import { identity } from '@rampart/contracts/identity.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Runtime } from '../boot/runtime.ts'

export type DemoAccount = {
  readonly role: 'super_admin' | 'customer'
  readonly email: string
  readonly password: string
  /** Of the authenticator app, for those who sign in to the back office. */
  readonly totp_secret?: string
}

/** The file in the data folder that the demo's accounts are kept in. */
export const ACCOUNTS_FILE = 'demo-accounts.json'

const people = [
  { role: 'super_admin', email: 'owner@demo.example', full_name: 'Robin Owner' },
  { role: 'customer', email: 'shopper@demo.example', full_name: 'Sam Shopper' },
] as const

/** Makes the demo's accounts, each with a password of its own and staff with an authenticator app, new for every demo. */
export async function seedAccounts(runtime: Runtime): Promise<DemoAccount[]> {
  const accounts = client(identity, runtime.assembly.linkTo('identity'), 'cli')
  const made: DemoAccount[] = []
  for (const { role, email, full_name } of people) {
    const password = newPassword()
    const context = backgroundContext(newId())
    const { id } = await accounts.createAccount(context, { role, email, full_name, password })
    if (role === 'customer') made.push({ role, email, password })
    else {
      const { secret } = await accounts.enrolTotp(context, { account_id: id })
      made.push({ role, email, password, totp_secret: secret })
    }
  }
  return made
}

// Without letters and digits that look alike: these passwords are typed from a screen.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** 16 random characters in groups of four: about 79 bits. */
export function newPassword(): string {
  const characters: string[] = []
  while (characters.length < 16) {
    for (const byte of randomBytes(32)) {
      // Bytes beyond the last whole multiple would make some characters likelier than others.
      if (byte < 248 && characters.length < 16) characters.push(ALPHABET[byte % ALPHABET.length] ?? '')
    }
  }
  return characters.join('').replaceAll(/(.{4})(?=.)/g, '$1-')
}
