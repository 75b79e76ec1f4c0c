// Two who may remove each other try it at the same moment. Seen to fail while only the request that came in, and not the
// transaction, asked whether the one who acts still may: both were locked, or both lost their role.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { type Account, type InProcessShop, openInProcessShop, type Sent } from '../support/in-process-shop.ts'

let shop: InProcessShop
beforeAll(async () => {
  shop = await openInProcessShop()
  // Stays behind, so that it is not the last owner who keeps the others from it.
  await shop.account('super_admin')
  // What is tried here is what holds where no second person is asked.
  await shop.db.run(sql`UPDATE access.policies SET enabled = false`)
  await shop.db.run(sql`UPDATE access.policy_revision SET revision = revision + 1`)
})
afterAll(() => shop.close())

const ask = ({ token }: Account, path: string, body: object): Promise<Sent> =>
  shop.send('POST', path, { token, body })

const lock = (actor: Account, { id }: Account) => ask(actor, `/auth/users/${id}/lock`, { reason: 'Gone' })
const demote = (actor: Account, { id }: Account) =>
  ask(actor, '/auth/assign-roles', { user_id: id, role: 'staff' })

test.each([
  ['lock', lock],
  ['demote', demote],
])(
  'of two who %s each other, one does',
  async (_what, remove) => {
    for (let round = 0; round < 3; round += 1) {
      const one = await shop.account('super_admin')
      const other = await shop.account('super_admin')
      const both = await Promise.all([remove(one, other), remove(other, one)])
      const [first, second] = both.map(({ status }) => status).sort()
      expect(first).toBe(200)
      // Refused in the middle, or too late to be let in.
      expect(second).toBeOneOf([401, 403])
    }
  },
  60_000,
)
