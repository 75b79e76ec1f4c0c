import { randomUUID } from 'node:crypto'
import type { Route } from '@rampart/platform/http/route-table.ts'
import { z } from 'zod'

/** As much of JSON Schema as the contracts use. */
export type Schema = {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minLength?: number
  readonly minimum?: number
  readonly default?: unknown
}

/** Fields whose schema says less than people know. */
const byName: Readonly<Record<string, () => unknown>> = {
  email: () => `${randomUUID()}@example.com`,
  password: () => 'a long enough passphrase',
  currency: () => 'USD',
  country: () => 'GB',
  countries: () => ['GB'],
  phone: () => '+44 117 496 0000',
  slug: () => `thing-${randomUUID()}`,
  sku: () => `SKU-${randomUUID()}`,
  code: () => `way-${randomUUID().slice(0, 8)}`,
  username: () => `ada-${randomUUID().slice(0, 8)}`,
  redirect_uris: () => ['https://app.example/callback'],
  post_logout_redirect_uris: () => ['https://app.example/bye'],
  ticket: () => 'x'.repeat(43),
  token: () => 'x'.repeat(43),
  reset_token: () => 'x'.repeat(43),
  mfa_token: () => 'x'.repeat(43),
  new_password: () => 'another long passphrase',
  new_email: () => `${randomUUID()}@example.com`,
  otp: () => '123456',
  refresh_token: () => 'x'.repeat(43),
  price: () => '12.50',
  price_min: () => '1.00',
  price_max: () => '99.00',
  compare_at_price: () => '15.00',
  free_over: () => '50.00',
  amount: () => '1.00',
  expected_total: () => '12.50',
  tracking_url: () => 'https://post.example/1',
  filter: () => 'colour:red',
  options: () => ({}),
  permission: () => 'orders:read',
  permissions: () => ['orders:read'],
  networks: () => ['192.0.2.0/24'],
}

/** Pairs of which an operation takes one. */
const oneOf: readonly (readonly [string, string])[] = [
  ['variant_id', 'product_id'],
  ['email', 'username'],
  ['delta', 'quantity'],
]

/** The input's JSON Schema, as OpenAPI tells it. */
export function inputSchema(route: Route): Schema {
  return z.toJSONSchema(route.operation.input, { io: 'input', unrepresentable: 'any' }) as Schema
}

/** An input that the operation's schema takes: every field it has. Path parameters come from `idOf`. */
export function sampleInput(route: Route, idOf: (name: string) => string): Record<string, unknown> {
  const sample = sampleOf(inputSchema(route), '', idOf) as Record<string, unknown>
  if (route.name === 'createProduct' || route.name === 'updateProduct') {
    // The short form for a product with one variant.
    for (const field of ['variants', 'options', 'pictures', 'category_id', 'attributes']) delete sample[field]
  }
  // One proof of several, where the short name of a way of delivery means six digits.
  if ('backup_code' in sample)
    for (const field of ['password', 'backup_code', 'email_code']) delete sample[field]
  if (route.name === 'confirmTotp' || route.name === 'verifyMfa' || route.name === 'stepUp')
    sample['code'] = '123456'
  return sample
}

/** A value that a schema takes; `name` is the field it is for. */
export function sampleOf(schema: Schema, name: string, idOf: (name: string) => string): unknown {
  const known = byName[name]
  if (known !== undefined && name !== 'options') return known()
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (choice !== undefined) return sampleOf(choice, name, idOf)
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([key, value]) => [
        key,
        sampleOf(value, key, idOf),
      ])
      const sample = Object.fromEntries(fields) as Record<string, unknown>
      for (const [kept, dropped] of oneOf) {
        const needed = schema.required?.includes(dropped) === true
        if (kept in sample && dropped in sample && !needed && name !== '/path') delete sample[dropped]
      }
      return sample
    }
    case 'array':
      return schema.items === undefined ? [] : [sampleOf(schema.items, name, idOf)]
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return true
    case 'string':
      return textOf(schema, name, idOf)
    default:
      return name.endsWith('_id') ? idOf(name) : 1
  }
}

function textOf(schema: Schema, name: string, idOf: (name: string) => string): string {
  if (schema.format === 'uuid') return idOf(name)
  if (schema.format === 'date') return '2001-02-03'
  return 'word'.padEnd(schema.minLength ?? 0, 'x')
}
