// A policy written here holds there: two servers with processes of their own on one database. Seen to fail: what is known
// counts for ten seconds and nobody listens; a process that trusts its notifications alone, with its listener cut off.
import { randomUUID } from 'node:crypto'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Runtime } from '../../apps/server/boot/runtime.ts'
import { call } from '../support/api.ts'
import { openBeside } from '../support/shelf.ts'
import { removeData, type ShopServer, startShop } from '../support/shop-server.ts'
import { signInStaff } from '../support/staff.ts'

const BOUND_MS = 1_000

let here: ShopServer
let there: ShopServer
let beside: Runtime
let token = ''

beforeAll(async () => {
  here = await startShop({ processes: 1 })
  const env = { PUBLIC_URL: `http://localhost:${String(here.port)}` }
  there = await startShop({ processes: 1, dataDir: here.dataDir, env })
  beside = await openBeside(here.dataDir)
  token = await signInStaff({ server: here, beside })
})
afterAll(async () => {
  await beside.close()
  await there.stop()
  await here.stop()
  await removeData(here.dataDir)
})

const listed = async (): Promise<number> => (await call(there.url, 'GET', '/categories')).status

/** Keeps the other server busy, writes a policy here, and answers how many milliseconds later it last let a guest in. */
async function lastTakenAfter(): Promise<number> {
  expect(await listed()).toBe(200)
  let [acknowledged, last, stop] = [Infinity, 0, false]
  const knocking = (async () => {
    while (!stop) {
      const sent = performance.now()
      if ((await listed()) === 200) last = sent
    }
  })()
  const text = 'forbid(principal is Guest, action == Action::"catalog.listCategories", resource);'
  const answer = await call(here.url, 'POST', '/rbac/policies', { name: randomUUID(), text }, { token })
  acknowledged = performance.now()
  expect(answer.status).toBe(201)
  await expect.poll(listed, { timeout: 5_000, interval: 20 }).toBe(403)
  stop = true
  await knocking
  const { id } = answer.body as unknown as { id: string }
  expect((await call(here.url, 'DELETE', `/rbac/policies/${id}`, undefined, { token })).status).toBe(204)
  await expect.poll(listed, { timeout: 5_000, interval: 20 }).toBe(200)
  return last - acknowledged
}

test('a policy holds in every process, at once where it is heard of', async () => {
  for (let round = 0; round < 3; round += 1) expect(await lastTakenAfter()).toBeLessThan(BOUND_MS)
})

test('and within a second where it is not', async () => {
  for (let round = 0; round < 3; round += 1) {
    // Listeners connect again after a tenth of a second; what was said in between is lost.
    await beside.db.run(sql`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %' AND pid <> pg_backend_pid()`)
    expect(await lastTakenAfter()).toBeLessThan(BOUND_MS)
  }
})
