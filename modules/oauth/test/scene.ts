import type { Principal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { oauthModule } from '../module.ts'

export type Harness = Awaited<ReturnType<typeof testModule>>

export const owner: Principal = {
  kind: 'staff',
  id: newId(),
  session_id: newId(),
  role: 'super_admin',
  permissions: ['*:*'],
  authenticated_at: Date.now(),
}

export const shopper = (id = newId()): Principal => ({
  kind: 'customer',
  id,
  session_id: newId(),
  guest_token: null,
})

export const input = {
  name: 'Bulk Buyer',
  kind: 'web' as const,
  redirect_uris: ['https://app.example/callback'],
  post_logout_redirect_uris: [],
  scopes: ['openid', 'shop:read'],
}

export const openHarness = (clock?: () => Date): Promise<Harness> =>
  testModule(oauthModule, clock === undefined ? {} : { clock })

/** Registers an app. */
export async function register(h: Harness, fields: object = {}) {
  return (await h.call('createClient', { ...input, ...fields }, { principal: owner })) as {
    client: { client_id: string; secret_since: string | null }
    client_secret: string | null
  }
}

/** A grant of a person for an app, as the protocol's library writes it. Answers its id. */
export async function grant(h: Harness, accountId: string, clientId: string): Promise<string> {
  const id = newId()
  const payload = { jti: id, kind: 'Grant', accountId, clientId, openid: { scope: 'openid shop:read' } }
  await save(h, 'Grant', id, payload, null)
  return id
}

/** Anything else that it writes. */
export async function save(h: Harness, kind: string, id: string, payload: object, grantId: string | null) {
  const fields = { kind, id, uid: null, grant_id: grantId, payload, ttl_seconds: 600 }
  return (await h.call('saveArtefact', fields, { caller: 'server' })) as { saved: boolean }
}

/** The actions of the audit entries written so far. */
export async function recorded(h: Harness): Promise<string[]> {
  return (await h.events()).map(({ payload }) => (payload as { action: string }).action)
}
