import { z } from 'zod'
import type { CallContext } from '../call-context.ts'
import { defineContract } from '../define-contract.ts'
import { Bytes } from '../fields.ts'
import type { Implementation } from '../handler.ts'

/** A contract that shows every kind of outcome. */
export const toy = defineContract({
  name: 'toy',
  operations: {
    greet: {
      kind: 'query',
      summary: 'Greets.',
      http: { method: 'GET', path: '/greetings/:name' },
      access: { allow: ['guest', 'customer'], modules: ['friend'] },
      input: z.strictObject({ name: z.string().max(20), times: z.coerce.number().int().min(1).default(1) }),
      output: z.strictObject({ text: z.string(), at: z.string() }),
      errors: { TOY_SHY: { status: 409, message: 'Not today.' } },
    },
    shout: {
      kind: 'command',
      summary: 'For staff.',
      http: { method: 'POST', path: '/shouts', status: 201 },
      access: { allow: ['staff'], permission: 'toy:shout' },
      input: z.strictObject({ text: z.string() }),
      output: z.strictObject({ text: z.string() }),
    },
    once: {
      kind: 'command',
      summary: 'Counts.',
      http: { method: 'POST', path: '/counts', status: 201, guestToken: true },
      access: { allow: ['guest', 'customer'] },
      idempotency: 'required',
      input: z.strictObject({ by: z.int().min(1).max(10) }),
      output: z.strictObject({ total: z.int() }),
      errors: { TOY_FULL: { status: 409, message: 'Full.' } },
    },
    store: {
      kind: 'command',
      summary: 'Takes a file from staff.',
      http: { method: 'POST', path: '/files', status: 201, body: 'multipart' },
      access: { allow: ['staff'], permission: 'toy:store' },
      input: z.strictObject({ file: z.strictObject({ filename: z.string(), bytes: Bytes }) }),
      output: z.strictObject({ size: z.int() }),
    },
    inside: {
      kind: 'query',
      summary: 'Never reachable from outside.',
      access: { modules: ['friend'] },
      input: z.strictObject({ bytes: Bytes }),
      output: z.strictObject({ bytes: Bytes, caller: z.string() }),
    },
    broken: {
      kind: 'query',
      summary: 'Has a bug.',
      access: { modules: ['friend'] },
      input: z.strictObject({ how: z.enum(['throws', 'leaks', 'undeclared']) }),
      output: z.strictObject({ open: z.string() }),
    },
  },
})

/** What the toy does; `total` is what `once` has counted. */
export function toyImplementation(state = { total: 0 }): Implementation<typeof toy> {
  return {
    greet: (input, context) => {
      if (input.name === 'shy') throw context.fail('TOY_SHY', { errors: [{ path: 'name', message: 'Shy.' }] })
      const text = Array.from({ length: input.times }, () => `Hello ${input.name}`).join(' ')
      return Promise.resolve({ text, at: context.now().toISOString() })
    },
    shout: (input) => Promise.resolve({ text: input.text.toUpperCase() }),
    once: async (input, context) => {
      // Long enough for a second request with the same key to find the first one running.
      await new Promise((resolve) => setTimeout(resolve, 20))
      if (state.total + input.by > 10) throw context.fail('TOY_FULL')
      state.total += input.by
      return { total: state.total }
    },
    store: (input) => Promise.resolve({ size: input.file.bytes.length }),
    inside: (input, context) => Promise.resolve({ bytes: input.bytes, caller: context.caller }),
    broken: ({ how }) => {
      if (how === 'throws') throw new Error('SELECT * FROM secrets')
      // A field that the contract does not know must never leave, so this is a bug too.
      if (how === 'leaks') return Promise.resolve({ open: 'yes', password_hash: 'x' } as { open: string })
      throw Object.assign(new Error('strange'), { code: 'STRANGE', status: 418 })
    },
  }
}

/** A context as the edge or a module would make it. */
export function contextOf(overrides: Partial<CallContext> = {}): CallContext {
  return {
    principal: { kind: 'guest', guest_token: null },
    caller: 'edge',
    request_id: 'test',
    deadline: Date.now() + 5_000,
    idempotency_key: null,
    ip: null,
    user_agent: null,
    device_token: null,
    approval_id: null,
    ...overrides,
  }
}
