import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { modules } from '../../apps/server/modules.ts'
import { accessMatrix } from '../support/access-matrix.ts'
import {
  assertProblem,
  type Attack,
  attack,
  queryOf,
  replaceAt,
  wellFormed,
  withKey,
} from '../support/attack.ts'
import {
  type Account,
  type InProcessShop,
  openInProcessShop,
  type SendOptions,
  type Sent,
} from '../support/in-process-shop.ts'
import { multipartBody } from '../support/requests.ts'
import { sampleOf, type Schema } from '../support/sample-input.ts'

// A stranger's view: nothing is known here but the document that the shop publishes.

/** Printed by fast-check with every failure. */
const SEED = 20_261_121
const ATTACKS = 80

type Parameter = { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly schema: Schema }
type Documented = {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}
type Place = { readonly method: string; readonly path: string; readonly operation: Documented }

let shop: InProcessShop
let places: Place[]
const accounts: Partial<Record<'customer' | 'super_admin', Account>> = {}

beforeAll(async () => {
  shop = await openInProcessShop()
  const { body } = await shop.send('GET', '/openapi.json')
  const paths = (body as unknown as { paths: Record<string, Record<string, Documented>> }).paths
  places = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace('/api/v1', ''),
      operation,
    })),
  )
  accounts.customer = await shop.account('customer')
  accounts.super_admin = await shop.account('super_admin')
})
afterAll(() => shop.close())

test('the document names every operation that somebody may call', () => {
  expect(places.map(({ operation }) => operation.operationId).sort()).toEqual(
    Object.keys(accessMatrix).sort(),
  )
})

const answers = new Map<number, number>()

describe.each(modules.map((module) => module.contract.name))('%s', (tag) => {
  test('answers what is wrong in its own words, whatever it is', { timeout: 240_000 }, async () => {
    for (const place of places.filter(({ operation }) => operation.operationId.startsWith(`${tag}.`))) {
      for (const how of fc.sample(attack, { seed: SEED, numRuns: ATTACKS })) {
        const sent = await strike(place, how)
        const words = `${place.method} ${place.path} ${JSON.stringify(how).slice(0, 300)}: ${sent.text.slice(0, 300)}`
        expect(sent.status, words).toBeLessThan(500)
        if (sent.status >= 400) assertProblem(sent, words)
        answers.set(sent.status, (answers.get(sent.status) ?? 0) + 1)
        if (sent.status === 401 || sent.status === 429) await comeBack()
      }
    }
  })
})

test('most of it was looked at: neither let in nor turned away at the door', () => {
  const total = [...answers.values()].reduce((sum, count) => sum + count, 0)
  const told = [...answers].sort().map(([status, count]) => `${String(status)}: ${String(count)}`)
  console.info(`${String(total)} hostile requests, seed ${String(SEED)}: ${told.join(', ')}`)
  expect(total).toBe(places.length * ATTACKS)
  expect((answers.get(400) ?? 0) / total).toBeGreaterThan(0.3)
})

/** Wrong tries come from one network here, and sessions end by what is tried on them. */
async function comeBack(): Promise<void> {
  await shop.db.run(sql`DELETE FROM identity.throttle`)
  for (const role of ['customer', 'super_admin'] as const) {
    const account = accounts[role]
    const known = await shop.send('GET', '/auth/me', { token: account?.token })
    if (known.status === 401) accounts[role] = await shop.account(role)
  }
}

/** A request that the document says is right, but for one thing, by somebody who may make it. */
async function strike({ method, path, operation }: Place, how: Attack): Promise<Sent> {
  const parameters = operation.parameters ?? []
  const given = (place: Parameter['in']): Record<string, unknown> =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === place)
        .map(({ name, schema }) => [name, sampleOf(schema, name, () => randomUUID())]),
    )
  const inPath = given('path')
  const target = path.replaceAll(/\{([a-z_]+)\}/g, (_all, name: string) =>
    encodeURIComponent(how.kind === 'path' ? wellFormed(how.value) : String(inPath[name])),
  )
  const types = Object.keys(operation.requestBody?.content ?? {})
  const schema = operation.requestBody?.content[types[0] ?? '']?.schema
  const right: unknown = schema === undefined ? given('query') : sampleOf(schema, '', () => randomUUID())
  const fields = typeof right === 'string' ? { right } : (right as Record<string, unknown>)
  if (how.kind === 'replace') replaceAt(fields, how.at, how.value)
  if (how.kind === 'drop') replaceAt(fields, how.at, undefined)
  const sent = how.kind === 'add' ? { ...fields, ...withKey(how.name, how.value) } : fields

  const query = how.kind === 'query' ? how.query : schema === undefined ? queryOf(sent) : ''
  const headers: Record<string, string> = {}
  if (how.kind === 'type') headers['content-type'] = how.type
  if (how.kind === 'header') headers[how.name] = how.value
  const options: SendOptions = { token: tokenFor(operation.operationId), headers }
  const url = query === '' ? target : `${target}?${query}`
  if (how.kind === 'body') return shop.send(method, url, { ...options, body: how.body })
  if (types[0] === 'multipart/form-data' && how.kind !== 'type') {
    const file = multipartBody(how.kind === 'replace' ? String(JSON.stringify(how.value)) : 'x', {})
    return shop.send(method, url, { ...options, ...file, headers: { ...headers, ...file.headers } })
  }
  return shop.send(method, url, schema === undefined ? options : { ...options, body: sent })
}

function tokenFor(operationId: string): string | undefined {
  const allowed = accessMatrix[operationId] ?? []
  if (allowed.includes('guest')) return undefined
  return accounts[allowed.includes('customer') ? 'customer' : 'super_admin']?.token
}
