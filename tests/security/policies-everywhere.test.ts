// A policy written here holds there: two servers with processes of their own on one database. Seen to fail: what is known
// counts for ten seconds (where nobody says that it changed), and policies that are written without a word of it.
import { randomUUID } from 'node:crypto'
import { newId } from '@rampart/platform/crypto/ids.ts'
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

const text = 'forbid(principal is Guest, action == Action::"catalog.listCategories", resource);'

/** Writes a policy as people do. Answers how to remove it. */
async function writeHere(): Promise<() => Promise<void>> {
  const answer = await call(here.url, 'POST', '/rbac/policies', { name: randomUUID(), text }, { token })
  expect(answer.status).toBe(201)
  const { id } = answer.body as unknown as { id: string }
  return async () => {
    expect((await call(here.url, 'DELETE', `/rbac/policies/${id}`, undefined, { token })).status).toBe(204)
  }
}

/** Writes a policy of which nobody is told. Answers how to remove it. */
async function writeUnheard(): Promise<() => Promise<void>> {
  const counted = sql`UPDATE access.policy_revision SET revision = revision + 1`
  const id = newId()
  await beside.db.tx(async (tx) => {
    await tx.run(counted)
    await tx.run(sql`
      INSERT INTO access.policies (id, name, description, text, enabled)
      VALUES (${id}, ${id}, '', ${text}, true)`)
  })
  return () =>
    beside.db.tx(async (tx) => {
      await tx.run(counted)
      await tx.run(sql`DELETE FROM access.policies WHERE id = ${id}`)
    })
}

/** Keeps the other server busy, writes a policy, and answers how many milliseconds later it last let a guest in. */
async function lastTakenAfter(write: () => Promise<() => Promise<void>>): Promise<number> {
  expect(await listed()).toBe(200)
  let [last, stop] = [0, false]
  const knocking = (async () => {
    while (!stop) {
      const sent = performance.now()
      if ((await listed()) === 200) last = sent
    }
  })()
  const remove = await write()
  const acknowledged = performance.now()
  await expect.poll(listed, { timeout: 12_000, interval: 20 }).toBe(403)
  stop = true
  await knocking
  await remove()
  await expect.poll(listed, { timeout: 12_000, interval: 20 }).toBe(200)
  return last - acknowledged
}

test('a policy holds in every process, at once where it is heard of', async () => {
  for (let round = 0; round < 3; round += 1) expect(await lastTakenAfter(writeHere)).toBeLessThan(500)
})

test('and within a second where it is not', async () => {
  for (let round = 0; round < 3; round += 1) expect(await lastTakenAfter(writeUnheard)).toBeLessThan(BOUND_MS)
})
