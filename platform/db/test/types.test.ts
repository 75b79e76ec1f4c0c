import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { sql, unsafeSql } from '../sql.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase([])
})
afterAll(() => database.drop())

const value = async (expression: string): Promise<unknown> =>
  (await database.db.one<{ v: unknown }>(sql`SELECT ${unsafeSql(expression)} AS v`)).v

test.each([
  ["'9007199254740991'::int8", Number.MAX_SAFE_INTEGER],
  ["'-9007199254740991'::int8", Number.MIN_SAFE_INTEGER],
  ['count(*)', 1],
  ['sum(1::int)', 1],
  ["'{1,NULL,3}'::int8[]", [1, null, 3]],
  [
    "'{{1,2},{3,4}}'::int8[]",
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ["'299.990'::numeric", '299.990'],
  ["'{0.10}'::numeric[]", ['0.10']],
  ["'2026-02-28'::date", '2026-02-28'],
  ["'{2026-02-28}'::date[]", ['2026-02-28']],
  ["'2026-03-01 00:30:00+05:30'::timestamptz", '2026-02-28T19:00:00.000Z'],
  ["'2026-03-01 00:30:00.5Z'::timestamptz", '2026-03-01T00:30:00.500Z'],
  ["'2026-03-01 00:30:00.123456Z'::timestamptz", '2026-03-01T00:30:00.123456Z'],
  ["'2026-03-01 00:30:00.1'::timestamp", '2026-03-01T00:30:00.100Z'],
  ["'{2026-03-01 00:30:00Z}'::timestamptz[]", ['2026-03-01T00:30:00.000Z']],
  ["'infinity'::timestamptz", 'infinity'],
  [`'{"a":[1]}'::jsonb`, { a: [1] }],
  ['\'{a,"b,c"}\'::text[]', ['a', 'b,c']],
  ["'\\xdeadbeef'::bytea", Buffer.from('deadbeef', 'hex')],
  ['1.5::float8', 1.5],
  ['NULL::int8', null],
])('%s', async (expression, expected) => {
  expect(await value(expression)).toEqual(expected)
})

test.each(["'9007199254740992'::int8", "'{-9223372036854775808}'::int8[]"])(
  '%s is an error, not a rounded number',
  async (expression) => {
    await expect(value(expression)).rejects.toThrow(RangeError)
    expect(await value('1')).toBe(1)
  },
)

test('a time written by JavaScript comes back as it was, and compares by its text', async () => {
  const now = new Date(1_790_000_000_120).toISOString()
  expect(await database.db.one(sql`SELECT ${now}::timestamptz AS v`)).toEqual({ v: now })
})

test('the parsers are the pool’s own: other clients keep those of pg', () => {
  const parseOf = (oid: 20 | 1184): ((text: string) => unknown) => pg.types.getTypeParser(oid, 'text')
  expect(parseOf(20)('7')).toBe('7')
  expect(parseOf(1184)('2026-03-01 00:30:00+00')).toBeInstanceOf(Date)
})

test('the connection has its limits and its time zone', async () => {
  expect(await value("current_setting('statement_timeout')")).toBe('15s')
  expect(await value("current_setting('lock_timeout')")).toBe('10s')
  expect(await value("current_setting('idle_in_transaction_session_timeout')")).toBe('30s')
  expect(await value("current_setting('TimeZone')")).toBe('UTC')
})

test('letters outside ASCII are letters, and order does not depend on the system', async () => {
  expect(await value("to_tsvector('simple', 'चाय “quoted” Café')::text")).toBe("'café':3 'quoted':2 'चाय':1")
  expect(await value("'É' ILIKE 'é'")).toBe(true)
  expect(
    await database.db.one(
      sql`SELECT datlocprovider AS p, datlocale AS l FROM pg_database WHERE datname = current_database()`,
    ),
  ).toEqual({ p: 'b', l: 'C.UTF-8' })
})
