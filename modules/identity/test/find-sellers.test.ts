import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identityScene } from './scene.ts'

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => {
  scene = await identityScene()
})
afterEach(() => scene.h.close())

type Found = { sellers: { id: string; name: string }[] }

test('sellers who can sign in are found, all of them or those named; nobody else is', async () => {
  const make = async (name: string, role: 'seller' | 'staff'): Promise<string> => {
    const { id }: { id: string } = await scene.staff(`${name}@example.com`, role)
    await scene.h.db.run(sql`UPDATE identity.accounts SET full_name = ${name} WHERE id = ${id}`)
    return id
  }
  const [zoe, ana, locked, clerk] = [
    await make('zoe', 'seller'),
    await make('ana', 'seller'),
    await make('locked', 'seller'),
    await make('clerk', 'staff'),
  ]
  await scene.h.db.run(
    sql`UPDATE identity.accounts SET locked_at = now(), lock_reason = 'Gone' WHERE id = ${locked}`,
  )
  const find = async (input: object): Promise<string[]> => {
    const { sellers }: Found = await scene.h.call('findSellers', input, { caller: 'catalog' })
    return sellers.map(({ name }) => name)
  }
  expect(await find({})).toEqual(['ana', 'zoe'])
  expect(await find({ account_ids: [zoe, locked, clerk, newId()] })).toEqual(['zoe'])
  expect(await find({ account_ids: [] })).toEqual([])
  expect(await find({ account_ids: [ana] })).toEqual(['ana'])
})

test('only the catalogue asks', async () => {
  await expect(scene.h.call('findSellers', {}, { caller: 'orders' })).rejects.toMatchObject({ status: 403 })
})
