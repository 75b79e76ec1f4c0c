import { randomUUID } from 'node:crypto'
import { identity } from '@rampart/contracts/identity.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Runtime } from '../../apps/server/boot/runtime.ts'
import { call } from './api.ts'
import { newPassword, type ShopServer } from './shop-server.ts'

/** Makes an owner's account as the command line does, signs in over HTTP, and answers the access token. */
export async function signInStaff(shop: {
  readonly server: ShopServer
  readonly beside: Runtime
}): Promise<string> {
  const email = `${randomUUID()}@staff.example.com`
  const password = newPassword()
  const accounts = client(identity, shop.beside.assembly.linkTo('identity'), 'cli')
  await accounts.createAccount(backgroundContext(newId()), {
    email,
    full_name: 'Owner',
    role: 'super_admin',
    password,
  })
  const { status, body } = await call(shop.server.url, 'POST', '/auth/staff/login', { email, password })
  if (status !== 200) throw new Error(`Staff could not sign in: ${JSON.stringify(body)}`)
  return (body as unknown as { access_token: string }).access_token
}
