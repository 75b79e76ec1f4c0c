import { describe, expect, it } from 'vitest'
import type { AppError } from '../../errors/app-error.ts'
import { client } from '../client.ts'
import { dispatcher } from '../dispatcher.ts'
import { localLink, loopbackLink, wireLink } from '../link.ts'
import type { Principal } from '../principal.ts'
import { contextOf, toy, toyImplementation } from './toy-contract.ts'

const bugs: unknown[] = []
const target = dispatcher(toy, toyImplementation(), {
  clock: () => new Date('2026-01-02T03:04:05Z'),
  onBug: (error) => bugs.push(error),
})

const staff = (permissions: string[]): Principal => ({
  kind: 'staff',
  id: 'a',
  session_id: 'b',
  role: 'staff',
  permissions,
})

async function outcome(run: Promise<unknown>): Promise<unknown> {
  return run.then(
    (value) => ({ value }),
    (error: AppError) => ({
      code: error.code,
      status: error.status,
      message: error.message,
      errors: error.errors,
    }),
  )
}

// Every case runs near and far: a module must not be able to tell the difference.
describe.each([
  ['near', localLink(target)],
  ['far', loopbackLink(target)],
])('a link (%s)', (_name, link) => {
  const call = (operation: string, input: unknown, context = contextOf()) =>
    outcome(link({ operation, input, context }))

  it('answers the parsed output of the operation', async () => {
    expect(await call('greet', { name: 'Ada', times: '2' })).toEqual({
      value: { text: 'Hello Ada Hello Ada', at: '2026-01-02T03:04:05.000Z' },
    })
  })

  it('carries a declared failure with its fields', async () => {
    expect(await call('greet', { name: 'shy' })).toEqual({
      code: 'TOY_SHY',
      status: 409,
      message: 'Not today.',
      errors: [{ path: 'name', message: 'Shy.' }],
    })
  })

  it('refuses input that does not fit, unknown fields included', async () => {
    expect(await call('greet', { name: 'Ada', role: 'admin' })).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ path: 'role' }],
    })
    expect(await call('greet', null)).toMatchObject({ code: 'VALIDATION_FAILED', status: 400 })
  })

  it('turns a bug into INTERNAL with nothing in it, and reports it', async () => {
    for (const how of ['throws', 'leaks', 'undeclared']) {
      bugs.length = 0
      const answer = await call('broken', { how }, contextOf({ caller: 'friend' }))
      expect(answer).toEqual({
        code: 'INTERNAL',
        status: 500,
        message: 'Something went wrong on our side.',
        errors: undefined,
      })
      expect(bugs).toHaveLength(1)
    }
  })

  it('lets only named modules in, and nobody from outside into an internal operation', async () => {
    const bytes = new Uint8Array([0, 255, 7])
    expect(await call('inside', { bytes }, contextOf({ caller: 'friend' }))).toEqual({
      value: { bytes, caller: 'friend' },
    })
    expect(await call('inside', { bytes }, contextOf({ caller: 'stranger' }))).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await call('inside', { bytes })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await call('shout', { text: 'x' }, contextOf({ caller: 'friend' }))).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('asks staff for the permission, guests to sign in, and customers to stay out', async () => {
    const shout = (principal: Principal) => call('shout', { text: 'hey' }, contextOf({ principal }))
    expect(await shout(staff(['toy:shout']))).toEqual({ value: { text: 'HEY' } })
    expect(await shout(staff(['toy:*']))).toEqual({ value: { text: 'HEY' } })
    expect(await shout(staff(['*:*']))).toEqual({ value: { text: 'HEY' } })
    expect(await shout(staff(['toy:read', 'other:*']))).toMatchObject({ code: 'FORBIDDEN' })
    expect(await shout(staff([]))).toMatchObject({ code: 'FORBIDDEN' })
    expect(await shout({ kind: 'guest', guest_token: null })).toMatchObject({ code: 'UNAUTHENTICATED' })
    const customer: Principal = { kind: 'customer', id: 'a', session_id: 'b', guest_token: null }
    expect(await shout(customer)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await shout({ kind: 'system' })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await call('greet', { name: 'Ada' }, contextOf({ principal: staff(['*:*']) }))).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('gives up a call that nobody waits for any more, before it runs', async () => {
    const late = contextOf({ deadline: Date.now() - 1 })
    expect(await call('greet', { name: 'Ada' }, late)).toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      status: 504,
    })
  })

  it('knows no other operation, not even one that every object has', async () => {
    for (const operation of ['nothing', 'constructor', '__proto__', 'toString']) {
      expect(await call(operation, {})).toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  it('signs with the name of the client’s owner, whatever the context said', async () => {
    const friend = client(toy, link, 'friend')
    const answer = await friend.inside(contextOf({ caller: 'edge' }), { bytes: new Uint8Array() })
    expect(answer.caller).toBe('friend')
    const stranger = client(toy, link, 'stranger')
    await expect(
      stranger.inside(contextOf({ caller: 'friend' }), { bytes: new Uint8Array() }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('a far link', () => {
  it.each([
    ['garbage', 'not json'],
    ['half an answer', '{"value": {"text"'],
    ['a problem of no known form', '{"problem": {"code": 7}}'],
  ])('answers UNAVAILABLE to %s', async (_name, answer) => {
    const link = wireLink(() => Promise.resolve(answer))
    expect(await outcome(link({ operation: 'greet', input: {}, context: contextOf() }))).toMatchObject({
      code: 'UNAVAILABLE',
      status: 503,
    })
  })

  it('answers UNAVAILABLE when its peer cannot be reached', async () => {
    const link = wireLink(() => Promise.reject(new Error('ECONNREFUSED')))
    expect(await outcome(link({ operation: 'greet', input: {}, context: contextOf() }))).toMatchObject({
      code: 'UNAVAILABLE',
    })
  })
})
