import { afterAll, beforeAll, expect, test } from 'vitest'
import { canvas, type Darkroom, openDarkroom, staff } from './darkroom.ts'

let room: Darkroom
beforeAll(async () => {
  room = await openDarkroom()
})
afterAll(() => room.close())

test('only staff who may write media upload', async () => {
  const file = await canvas(20, 20).png().toBuffer()
  await expect(room.upload(file, { kind: 'guest', guest_token: null })).rejects.toMatchObject({ status: 401 })
  const customer = {
    kind: 'customer',
    id: staff.id,
    session_id: staff.session_id,
    guest_token: null,
  } as const
  await expect(room.upload(file, customer)).rejects.toMatchObject({ status: 403 })
  await expect(room.upload(file, { ...staff, permissions: ['media:read'] })).rejects.toMatchObject({
    status: 403,
  })
})

test('nobody outside imports', async () => {
  await expect(room.call('importPicture', {}, { principal: staff })).rejects.toMatchObject({ status: 403 })
})
