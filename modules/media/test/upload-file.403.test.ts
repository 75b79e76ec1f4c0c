import { afterAll, beforeAll, expect, test } from 'vitest'
import { canvas, type Darkroom, openDarkroom, staff } from './darkroom.ts'

let room: Darkroom
beforeAll(async () => {
  room = await openDarkroom()
})
afterAll(() => room.close())

test('guests, and staff who have nothing to do with files, do not upload', async () => {
  const file = await canvas(20, 20).png().toBuffer()
  await expect(room.upload(file, { kind: 'guest', guest_token: null })).rejects.toMatchObject({ status: 401 })
  await expect(room.upload(file, { ...staff, permissions: ['media:read'] })).rejects.toMatchObject({
    status: 403,
  })
})

test('nobody outside imports, reads bytes past the edge, or erases', async () => {
  for (const operation of ['importPicture', 'readFilePart', 'erasePersonalData', 'exportPersonalData'])
    await expect(room.call(operation, {}, { principal: staff })).rejects.toMatchObject({ status: 403 })
})
