// The way back for owners whom a policy keeps out: the command line, as a process beside running servers.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Runtime } from '../../apps/server/boot/runtime.ts'
import { call } from '../support/api.ts'
import { openBeside } from '../support/shelf.ts'
import { removeData, type ShopServer, startShop } from '../support/shop-server.ts'
import { signInStaff } from '../support/staff.ts'

const NAME = 'Nobody, from tomorrow on'
// Heard by NOTIFY: far below the second that the cache's age allows.
const HEARD_MS = 500
const cli = fileURLToPath(new URL('../../apps/server/cli.ts', import.meta.url))

let server: ShopServer
let beside: Runtime
let owner: string
beforeAll(async () => {
  server = await startShop()
  beside = await openBeside(server.dataDir)
  owner = await signInStaff({ server, beside })
})
afterAll(async () => {
  await beside.close()
  await server.stop()
  await removeData(server.dataDir)
})

type Ended = { readonly code: number; readonly out: string; readonly err: string }

function rampart(...args: string[]): Promise<Ended> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: server.dataDir }
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err })
    })
  })
}

const people = async (): Promise<number> =>
  (await call(server.url, 'GET', '/auth/users', undefined, { token: owner })).status
const policies = async (): Promise<number> =>
  (await call(server.url, 'GET', '/rbac/policies', undefined, { token: owner })).status

test('an owner whom a policy keeps out switches it off, and is in again at once', async () => {
  expect(await people()).toBe(200)
  // Nobody can save what shuts them out at that moment; this one does so two seconds later.
  const soon = Math.floor(Date.now() / 1_000) + 2
  const text = `forbid (principal is Staff, action, resource) when { context.at > ${String(soon)} };`
  const made = await call(server.url, 'POST', '/rbac/policies', { name: NAME, text }, { token: owner })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const { id } = made.body as unknown as { id: string }
  await expect.poll(people, { timeout: 10_000 }).toBe(403)
  expect(await policies()).toBe(403)

  const listed = await rampart('policies', 'list')
  expect(listed).toMatchObject({ code: 0, err: '' })
  expect(listed.out).toContain(`on   ${id}  ${NAME}\n`)

  const done = await rampart('policies', 'off', NAME)
  expect(done).toMatchObject({ code: 0, err: '' })
  expect(done.out).toMatch(new RegExp(`^“${NAME}” \\(${id}\\) is off\\.`))
  await expect.poll(people, { timeout: HEARD_MS, interval: 20 }).toBe(200)
  expect(await policies()).toBe(200)

  expect((await rampart('policies', 'list')).out).toContain(`off  ${id}  ${NAME}\n`)
  const again = await rampart('policies', 'off', id)
  expect(again).toMatchObject({ code: 0, out: `“${NAME}” (${id}) was off already.\n` })
  const entries = await beside.db.many<{ actor_kind: string; after: { enabled: boolean } }>(
    sql`SELECT actor_kind, after FROM audit.entries WHERE action = 'authz_policy_changed' AND subject_id = ${id}`,
  )
  expect(entries).toMatchObject([{ actor_kind: 'system', after: { enabled: false } }])
})

test('a policy that is not there is said to be so', async () => {
  expect(await rampart('policies', 'off', 'Nothing of the kind')).toEqual({
    code: 2,
    out: '',
    err: 'rampart: There is no policy of this name or id.\n',
  })
})
