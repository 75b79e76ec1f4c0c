import { identity } from '@rampart/contracts/identity.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Runtime } from '../boot/runtime.ts'
import { buyers } from './buyers.ts'
import { newPassword } from './seed-accounts.ts'

/** The demo's customers by their names: whoever buys and reviews. */
export type DemoBuyers = ReadonlyMap<string, Principal>

/** The address of one of them. */
export function buyerEmail(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@demo.example`
}

/** @throws where nobody has the name */
export function buyerNamed(buyers: DemoBuyers, name: string): Principal {
  const found = buyers.get(name)
  if (found === undefined) throw new Error(`The demo has no customer called ${name}.`)
  return found
}

/** Makes an account for each buyer. Nobody is told its password. */
export async function seedBuyers(runtime: Runtime): Promise<DemoBuyers> {
  const accounts = client(identity, runtime.assembly.linkTo('identity'), 'cli')
  const made = new Map<string, Principal>()
  for (const { name } of buyers) {
    const person = { email: buyerEmail(name), full_name: name, password: newPassword() }
    const { id } = await accounts.createAccount(backgroundContext(newId()), { role: 'customer', ...person })
    made.set(name, { kind: 'customer', id, session_id: newId(), guest_token: null })
  }
  return made
}
