import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grant, type Harness, input, openHarness, owner, recorded, register, shopper } from './scene.ts'

let h: Harness
beforeAll(async () => {
  h = await openHarness()
})
afterAll(() => h.close())

const verify = async (client_id: string, secret: string | null) =>
  (
    (await h.call('verifyClientSecret', { client_id, secret: secret ?? '' }, { caller: 'server' })) as {
      valid: boolean
    }
  ).valid

describe('an app that is registered', () => {
  it('gets a secret where it can keep one, and only its hash is stored', async () => {
    const { client, client_secret } = await register(h)
    expect(client_secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(await verify(client.client_id, client_secret)).toBe(true)
    expect(await verify(client.client_id, 'x'.repeat(43))).toBe(false)
    const row = await h.db.pool.query('SELECT c::text AS line FROM oauth.clients c WHERE id = $1', [
      client.client_id,
    ])
    expect(JSON.stringify(row.rows)).not.toContain(client_secret)
  })

  it('gets none elsewhere, and cannot be given one', async () => {
    const { client, client_secret } = await register(h, { kind: 'spa' })
    expect([client_secret, client.secret_since]).toEqual([null, null])
    expect(await verify(client.client_id, 'x')).toBe(false)
    await expect(
      h.call('rotateClientSecret', { client_id: client.client_id }, { principal: owner }),
    ).rejects.toMatchObject({ code: 'OAUTH_NO_SECRET' })
  })

  it('loses its old secret with a new one', async () => {
    const { client, client_secret } = await register(h)
    const { client_id } = client
    const next = (await h.call('rotateClientSecret', { client_id }, { principal: owner })) as {
      client_secret: string
    }
    expect(await verify(client_id, client_secret)).toBe(false)
    expect(await verify(client_id, next.client_secret)).toBe(true)
  })

  it('is refused with addresses that are not safe, each named', async () => {
    const bad = { redirect_uris: ['https://app.example/', 'http://evil.example/', 'https://*.example/'] }
    await expect(h.call('createClient', { ...input, ...bad }, { principal: owner })).rejects.toMatchObject({
      code: 'OAUTH_BAD_REDIRECT_URI',
      errors: [{ path: 'redirect_uris.1' }, { path: 'redirect_uris.2' }],
    })
  })

  it('keeps its kind: its addresses are held to it when it changes', async () => {
    const { client } = await register(h)
    const { kind: _kind, ...fields } = input
    const change = { client_id: client.client_id, ...fields, redirect_uris: ['com.example.app:/callback'] }
    await expect(h.call('updateClient', change, { principal: owner })).rejects.toMatchObject({
      code: 'OAUTH_BAD_REDIRECT_URI',
    })
  })

  it('takes all its grants along when it goes', async () => {
    const { client } = await register(h)
    const person = shopper()
    await grant(h, (person as { id: string }).id, client.client_id)
    await h.call('deleteClient', { client_id: client.client_id }, { principal: owner })
    expect(await h.call('listConnectedApps', {}, { principal: person })).toEqual({ items: [] })
    await expect(
      h.call('deleteClient', { client_id: client.client_id }, { principal: owner }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('leaves one entry for each change', async () => {
    const before = (await recorded(h)).length
    const { client } = await register(h)
    const { kind: _kind, ...fields } = input
    await h.call('updateClient', { client_id: client.client_id, ...fields, name: 'B' }, { principal: owner })
    await h.call('rotateClientSecret', { client_id: client.client_id }, { principal: owner })
    await h.call('deleteClient', { client_id: client.client_id }, { principal: owner })
    expect((await recorded(h)).slice(before)).toEqual([
      'oauth.client-created',
      'oauth.client-updated',
      'oauth.client-secret-replaced',
      'oauth.client-deleted',
    ])
  })
})

it('only staff with the permission and a fresh proof register apps', async () => {
  const stale = { ...owner, authenticated_at: Date.now() - 3_600_000 } as typeof owner
  await expect(h.call('createClient', input, { principal: stale })).rejects.toMatchObject({
    code: 'STEP_UP_REQUIRED',
  })
  const clerk = { ...owner, permissions: ['oauth:read'] } as typeof owner
  await expect(h.call('createClient', input, { principal: clerk })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await expect(h.call('createClient', input, { principal: shopper() })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await expect(h.call('createClient', input)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})
