import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { grant, type Harness, openHarness, recorded, register, save, shopper } from './scene.ts'

let h: Harness
let clientId: string
let now = new Date()
beforeAll(async () => {
  h = await openHarness(() => now)
  clientId = (await register(h)).client.client_id
})
afterAll(() => h.close())

const server = { caller: 'server' }
const find = async (kind: string, value: string) =>
  ((await h.call('findArtefact', { kind, by: 'id', value }, server)) as { payload: object | null }).payload
const consume = async (kind: string, id: string) =>
  ((await h.call('consumeArtefact', { kind, id }, server)) as { consumed: boolean }).consumed
const authenticate = async (token: string) =>
  (await h.call('authenticateApp', { token }, server)) as object | null

describe('a token', () => {
  it('speaks for the person and the scopes it was made for, while its grant stands', async () => {
    const account = newId()
    const grantId = await grant(h, account, clientId)
    const token = 'a'.repeat(43)
    await save(h, 'AccessToken', token, { scope: 'openid shop:read' }, grantId)
    expect(await authenticate(token)).toMatchObject({ account_id: account, scopes: ['openid', 'shop:read'] })
    await h.call('deleteArtefact', { kind: 'Grant', id: grantId }, server)
    expect(await authenticate(token)).toBeNull()
    expect(await find('AccessToken', token)).toBeNull()
  })

  it('of another kind is none', async () => {
    const grantId = await grant(h, newId(), clientId)
    await save(h, 'RefreshToken', 'b'.repeat(43), { scope: 'openid' }, grantId)
    expect(await authenticate('b'.repeat(43))).toBeNull()
    expect(await find('AccessToken', 'b'.repeat(43))).toBeNull()
  })

  it('cannot be made once the grant was taken back', async () => {
    const grantId = await grant(h, newId(), clientId)
    await h.call('deleteArtefact', { kind: 'Grant', id: grantId }, server)
    expect(await save(h, 'AccessToken', 'c'.repeat(43), {}, grantId)).toEqual({ saved: false })
  })

  it('ends with its time', async () => {
    const grantId = await grant(h, newId(), clientId)
    await save(h, 'AccessToken', 'd'.repeat(43), {}, grantId)
    now = new Date(now.getTime() + 601_000)
    expect(await authenticate('d'.repeat(43))).toBeNull()
  })

  it('cannot be made once the time of its grant is over', async () => {
    const grantId = await grant(h, newId(), clientId)
    now = new Date(now.getTime() + 601_000)
    expect(await save(h, 'RefreshToken', 'z'.repeat(43), {}, grantId)).toEqual({ saved: false })
  })
})

describe('a code', () => {
  it('is used up once, by one of many at the same moment; the others end its grant', async () => {
    const account = newId()
    const grantId = await grant(h, account, clientId)
    await save(h, 'AuthorizationCode', 'code', {}, grantId)
    const token = 'e'.repeat(43)
    await save(h, 'AccessToken', token, {}, grantId)
    const won = await Promise.all(Array.from({ length: 20 }, () => consume('AuthorizationCode', 'code')))
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await authenticate(token)).toBeNull()
    const reuse = (await h.events()).filter(
      ({ payload }) => (payload as { action: string; subject_id: string }).action === 'authn_token_reuse',
    )
    expect(reuse).toHaveLength(1)
  })

  it('opens only as what it was stored as', async () => {
    const grantId = await grant(h, newId(), clientId)
    await save(h, 'AuthorizationCode', 'moved', {}, grantId)
    await h.db.pool.query(`UPDATE oauth.artefacts SET kind = 'RefreshToken' WHERE kind = 'AuthorizationCode'`)
    await expect(find('RefreshToken', 'moved')).rejects.toThrow()
  })
})

describe('a grant', () => {
  it('ends with the sessions of its account, once, with an entry', async () => {
    const person = shopper()
    const { id } = person as { id: string }
    await grant(h, id, clientId)
    const event = newId()
    const before = (await recorded(h)).length
    await h.deliver('identity.sessions-ended.v1', { account_id: id }, event)
    await h.deliver('identity.sessions-ended.v1', { account_id: id }, event)
    expect(await h.call('listConnectedApps', {}, { principal: person })).toEqual({ items: [] })
    expect((await recorded(h)).slice(before)).toEqual(['authn_token_revoked'])
  })

  it('belongs to the person who gave it', async () => {
    const person = shopper()
    await grant(h, (person as { id: string }).id, clientId)
    const { items } = (await h.call('listConnectedApps', {}, { principal: person })) as {
      items: { app_id: string }[]
    }
    const app_id = items[0]?.app_id ?? ''
    await expect(h.call('disconnectApp', { app_id }, { principal: shopper() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await h.call('disconnectApp', { app_id }, { principal: person })
    await expect(h.call('disconnectApp', { app_id }, { principal: person })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is one a person and app', async () => {
    const person = shopper()
    await grant(h, (person as { id: string }).id, clientId)
    await grant(h, (person as { id: string }).id, clientId)
    const { items } = (await h.call('listConnectedApps', {}, { principal: person })) as { items: unknown[] }
    expect(items).toHaveLength(1)
  })

  it('goes with the person, and stands in their export before', async () => {
    const id = newId()
    await grant(h, id, clientId)
    const about = { account_id: id, email: 'ada@example.com', before: now.toISOString() }
    const held = (await h.call('exportPersonalData', about, { caller: 'customers' })) as {
      sections: object[]
    }
    expect(held.sections).toMatchObject([{ name: 'connected-apps', data: [{ name: 'Bulk Buyer' }] }])
    await h.call('erasePersonalData', about, { caller: 'customers' })
    const after = (await h.call('exportPersonalData', about, { caller: 'customers' })) as {
      sections: object[]
    }
    expect(after.sections).toMatchObject([{ name: 'connected-apps', data: [] }])
  })
})

describe('upkeep', () => {
  it('removes what is over', async () => {
    now = new Date(now.getTime() + 400 * 86_400_000)
    await h.runSchedule('clean-up')
    for (const table of ['grants', 'artefacts', 'consents']) {
      const { rows } = await h.db.pool.query(`SELECT 1 FROM oauth.${table}`)
      expect([table, rows.length]).toEqual([table, 0])
    }
  })

  it('publishes a new key days before it signs, and keeps the old one for weeks', async () => {
    const kids = async () =>
      ((await h.call('getPublicKeys', {}, server)) as { keys: { kid: string; alg: string }[] }).keys
        .filter((key) => key.alg === 'EdDSA')
        .map((key) => key.kid)
    const days = async (count: number) => {
      now = new Date(now.getTime() + count * 86_400_000)
      await h.runSchedule('rotate-keys')
      return kids()
    }
    const [first] = await kids()
    expect(await days(56)).toEqual([first])
    const [still, next] = await days(1)
    expect(still).toBe(first)
    expect(next).toBeDefined()
    expect((await days(3))[0]).toBe(next)
    expect(await days(0)).toContain(first)
    expect(await days(31)).not.toContain(first)
  })

  it('keeps private keys sealed', async () => {
    const { rows } = await h.db.pool.query<{ line: string }>(
      'SELECT k::text AS line FROM oauth.signing_keys k',
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const { line } of rows) expect(line).not.toMatch(/"d"/)
  })
})
