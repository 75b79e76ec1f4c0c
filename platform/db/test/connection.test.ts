import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { clientConfig, withDatabase } from '../connection.ts'
import { openDb } from '../db.ts'
import type { Db } from '../db.ts'
import { sql } from '../sql.ts'

const server = inject('database') as { host: string; port: number; user: string; password: string }
const login = `${server.user}:${encodeURIComponent(server.password)}`
const url = `postgres://${login}@${encodeURIComponent(server.host)}:${server.port}/postgres`

const opened: Db[] = []
afterAll(() => Promise.all(opened.map((db) => db.close())))

function open(connection: { url: string }): Db {
  const db = openDb({ connection, application_name: `urls ${randomBytes(4).toString('hex')}` })
  opened.push(db)
  return db
}

beforeAll(() => expect(server.host).toMatch(/^\//))

const setting = async (db: Db, name: string): Promise<unknown> =>
  (await db.one<{ v: unknown }>(sql`SELECT current_setting(${name}) AS v`)).v

test('a URL gets our limits and time zone, and keeps its own options', async () => {
  const plain = open({ url })
  expect(await setting(plain, 'TimeZone')).toBe('UTC')
  expect(await setting(plain, 'statement_timeout')).toBe('15s')
  const own = open({
    url: `${url}?options=-c%20work_mem%3D7MB+-c%20timezone%3DAsia/Kolkata&application_name=shop`,
  })
  expect(await setting(own, 'work_mem')).toBe('7MB')
  expect(await setting(own, 'TimeZone')).toBe('UTC')
  expect(await setting(own, 'application_name')).toBe('shop')
})

test('options may stand anywhere in the URL', () => {
  const texts = ['?options=x', '?options=x&a=1', '?a=1&options=x', '?a=1&options=x&b=2', ''].map(
    (query) => clientConfig({ url: `postgres://h/d${query}` }, 'test').connectionString,
  )
  expect(texts).toEqual(['', '?a=1', '?a=1', '?a=1&b=2', ''].map((query) => `postgres://h/d${query}`))
})

test('another database on the same server', () => {
  expect(withDatabase({ url: 'postgres://u:p@h:5432/a?sslmode=disable' }, 'b')).toEqual({
    url: 'postgres://u:p@h:5432/b?sslmode=disable',
  })
})

test('a refused statement does not cost the connection', async () => {
  const db = open({ url })
  const pid = async (): Promise<unknown> => (await db.one<{ v: number }>(sql`SELECT pg_backend_pid() AS v`)).v
  const before = await pid()
  await expect(db.run(sql`SELECT 1 / 0`)).rejects.toMatchObject({ code: '22012' })
  await expect(db.tx((tx) => tx.run(sql`SELECT 1 / 0`))).rejects.toMatchObject({ code: '22012' })
  expect(await pid()).toBe(before)
})

test('a server that does not answer is an error of the call, in time', async () => {
  const db = open({ url: `postgres://${login}@127.0.0.1:1/postgres` })
  await expect(db.run(sql`SELECT 1`)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await expect(db.tx((tx) => tx.run(sql`SELECT 1`))).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await expect(db.listen('x', () => undefined)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('a server that hangs is an error of the call, and that connection is not used again', async () => {
  const db = open({ url })
  Object.assign(db.pool.options, { query_timeout: 400, max: 1 })
  const { pid } = await db.one<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
  process.kill(pid, 'SIGSTOP')
  try {
    await expect(db.tx((tx) => tx.run(sql`SELECT 1`))).rejects.toThrow('timeout')
    expect(await db.one(sql`SELECT pg_backend_pid() <> ${pid} AS other`)).toEqual({ other: true })
  } finally {
    process.kill(pid, 'SIGCONT')
  }
})
