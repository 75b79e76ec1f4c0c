import { randomUUID } from 'node:crypto'
import { identity } from '@rampart/contracts/identity.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Runtime } from '../../apps/server/boot/runtime.ts'
import { call } from './api.ts'
import { nextCode } from './authenticator.ts'
import { newPassword, type ShopServer } from './shop-server.ts'

/** Makes an owner's account as the command line does, signs in over HTTP, and answers the access token. */
export async function signInStaff(shop: {
  readonly server: ShopServer
  readonly beside: Runtime
}): Promise<string> {
  const email = `${randomUUID()}@staff.example.com`
  const password = newPassword()
  const accounts = client(identity, shop.beside.assembly.linkTo('identity'), 'cli')
  const { id } = await accounts.createAccount(backgroundContext(newId()), {
    email,
    full_name: 'Owner',
    role: 'super_admin',
    password,
  })
  const { secret } = await accounts.enrolTotp(backgroundContext(newId()), { account_id: id })
  const first = await call(shop.server.url, 'POST', '/auth/staff/login', { email, password })
  if (first.status !== 200) throw new Error(`Staff could not sign in: ${JSON.stringify(first.body)}`)
  const { mfa_token } = first.body as unknown as { mfa_token: string }
  const step = { mfa_token, code: await nextCode(secret) }
  const { status, body } = await call(shop.server.url, 'POST', '/auth/mfa/verify', step)
  if (status !== 200) throw new Error(`Staff could not give the second factor: ${JSON.stringify(body)}`)
  return (body as unknown as { access_token: string }).access_token
}
