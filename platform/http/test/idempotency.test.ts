import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomToken } from '../../crypto/tokens.ts'
import { customerSecret, toyServer } from './toy-server.ts'

let server: Awaited<ReturnType<typeof toyServer>>
beforeAll(async () => {
  server = await toyServer()
})
afterAll(() => server.close())

function count(by: number, headers: Record<string, string>) {
  return server.app.inject({
    method: 'POST',
    url: '/api/v1/counts',
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify({ by }),
  })
}

const asCustomer = { authorization: `Bearer ${customerSecret}` }

describe('an Idempotency-Key', () => {
  it('is needed where the contract says so', async () => {
    const answer = await count(1, asCustomer)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_REQUIRED' })
  })

  it.each(['', ' ', 'with space', 'x'.repeat(256), '"unclosed', '""'])(
    'must be well-formed: %j is refused',
    async (key) => {
      expect((await count(1, { ...asCustomer, 'idempotency-key': key })).statusCode).toBe(400)
    },
  )

  // Planted bug: without the row's primary key, several of these run.
  it('lets one of many parallel requests run; the others wait or get its answer', async () => {
    const before = server.state.total
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => count(1, { ...asCustomer, 'idempotency-key': 'k-parallel' })),
    )
    expect(server.state.total).toBe(before + 1)
    const statuses = new Set(answers.map((answer) => answer.statusCode))
    expect([...statuses].every((status) => status === 201 || status === 409)).toBe(true)
    const replay = await count(1, { ...asCustomer, 'idempotency-key': '"k-parallel"' })
    expect(replay.statusCode).toBe(201)
    expect(replay.headers['idempotent-replayed']).toBe('true')
    expect(replay.json()).toEqual({ total: before + 1 })
  })

  it('with another body is 422', async () => {
    await count(1, { ...asCustomer, 'idempotency-key': 'k-body' })
    const other = await count(2, { ...asCustomer, 'idempotency-key': 'k-body' })
    expect(other.statusCode).toBe(422)
    expect(other.json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
  })

  it('of another caller is invisible', async () => {
    const before = server.state.total
    await count(1, { ...asCustomer, 'idempotency-key': 'k-mine' })
    await count(1, { 'x-cart-token': randomToken(), 'idempotency-key': 'k-mine' })
    expect(server.state.total).toBe(before + 2)
  })

  it('is free again after a failure', async () => {
    server.state.total = 10
    expect((await count(1, { ...asCustomer, 'idempotency-key': 'k-fail' })).statusCode).toBe(409)
    server.state.total = 0
    expect((await count(1, { ...asCustomer, 'idempotency-key': 'k-fail' })).statusCode).toBe(201)
  })
})

describe('a guest without token', () => {
  it('is given one, as a cookie and as a header, with the answer that used it', async () => {
    server.state.total = 0
    const answer = await count(1, { 'idempotency-key': 'k-guest' })
    const token = String(answer.headers['x-cart-token'])
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(String(answer.headers['set-cookie'])).toContain(
      `rampart_guest=${token}; Max-Age=5184000; Path=/; HttpOnly; SameSite=Lax`,
    )
  })

  it('gets none with a failure', async () => {
    server.state.total = 10
    const answer = await count(1, { 'idempotency-key': 'k-guest-fail' })
    expect(answer.statusCode).toBe(409)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})
