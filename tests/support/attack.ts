import fc from 'fast-check'
import { expect } from 'vitest'
import { brokenBody, contentType, hostileQuery, hostileValue, strangeName } from './hostile.ts'
import type { Sent } from './in-process-shop.ts'

/** What is wrong with a request that is right otherwise. */
export type Attack =
  | { kind: 'replace'; at: number; value: unknown }
  | { kind: 'add'; name: string; value: unknown }
  | { kind: 'drop'; at: number }
  | { kind: 'body'; body: string | Buffer }
  | { kind: 'type'; type: string }
  | { kind: 'query'; query: string }
  | { kind: 'path'; value: string }
  | { kind: 'header'; name: string; value: string }

/** Any of these. */
export const attack: fc.Arbitrary<Attack> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('replace' as const), at: fc.nat(), value: hostileValue }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('add' as const), name: strangeName, value: hostileValue }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('body' as const), body: brokenBody }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('type' as const), type: contentType }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('query' as const), query: hostileQuery }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('path' as const),
      value: hostileValue.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 400)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('header' as const),
      name: fc.constantFrom('idempotency-key', 'x-cart-token', 'cookie', 'origin', 'accept', 'x-forwarded-for', 'host', 'x-audience'),
      value: fc.constantFrom('', 'x', '"', '"unfinished', 'x'.repeat(300), 'rampart_shop=x; rampart_guest=', 'null', ', ,', '\t', '%00', '::1, 1'),
    }),
  },
) // prettier-ignore

/** Puts a value, or nothing, at one of all places of a nested object. */
export function replaceAt(target: Record<string, unknown>, at: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = []
  const visit = (holder: Record<string, unknown>): void => {
    for (const [key, held] of Object.entries(holder)) {
      places.push([holder, key])
      if (typeof held === 'object' && held !== null) visit(held as Record<string, unknown>)
    }
  }
  visit(target)
  const place = places[at % Math.max(1, places.length)]
  if (place !== undefined) place[0][place[1]] = value
}

/** An object with this very own key, `__proto__` too. */
export function withKey(key: string, value: unknown): object {
  return JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}}`) as object
}

/** Fields as a query, of at most 8,000 characters. */
export function queryOf(fields: Record<string, unknown>): string {
  const pairs = Object.entries(fields).flatMap(([key, value]) => {
    const values = Array.isArray(value) ? value.slice(0, 50) : value === undefined ? [] : [value]
    return values.map((one) => [key, typeof one === 'string' ? one : JSON.stringify(one)] as [string, string])
  })
  return new URLSearchParams(pairs).toString().slice(0, 8_000)
}

/** Text that a path can hold. */
export const wellFormed = (text: string): string => (text === '' ? ' ' : text).toWellFormed()

// What an answer never holds: traces of the program, of the database or of libraries.
const inside =
  /node_modules|\.ts:\d|\bat (?:async )?\w+ \(|SELECT .* FROM|INSERT INTO|syntax error|violates|zod|fastify|FST_|postgres/i

/** A refusal in our own words, and nothing of what is inside. */
export function assertProblem(sent: Sent, place: string): void {
  expect(sent.headers['content-type'], place).toMatch(/^application\/problem\+json/)
  const { errors: _errors, ...rest } = sent.body
  const told = ['code', 'detail', 'request_id', 'status', 'title', 'type']
  expect(Object.keys(rest).sort(), place).toEqual(told)
  expect(rest['status'], place).toBe(sent.status)
  expect(sent.text, place).not.toMatch(inside)
}
