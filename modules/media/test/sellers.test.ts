import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canvas, type Darkroom, openDarkroom, staff } from './darkroom.ts'

let room: Darkroom
beforeAll(async () => {
  room = await openDarkroom()
})
afterAll(() => room.close())

const seller = (): StaffPrincipal => ({ ...staff, id: newId(), role: 'seller', permissions: ['media:own'] })

test('a seller uploads pictures, and the catalogue can ask for theirs alone', async () => {
  const [ana, bo] = [seller(), seller()]
  const file = await canvas(20, 20).png().toBuffer()
  const [anas, bos, shops] = [
    await room.upload(file, ana),
    await room.upload(file, bo),
    await room.upload(file),
  ]
  const known = async (uploaded_by?: string) => {
    const picture_ids = [anas.id, bos.id, shops.id, newId()]
    const input = uploaded_by === undefined ? { picture_ids } : { picture_ids, uploaded_by }
    const { pictures }: { pictures: { id: string }[] } = await room.call('describePictures', input, {
      caller: 'catalog',
    })
    return pictures.map(({ id }) => id).toSorted()
  }
  expect(await known(ana.id)).toEqual([anas.id])
  expect(await known(bo.id)).toEqual([bos.id])
  expect(await known()).toEqual([anas.id, bos.id, shops.id].toSorted())
})

test('an avatar is nobody’s picture to sell with', async () => {
  const ana = seller()
  const bytes = new Uint8Array(await canvas(20, 20).png().toBuffer())
  const avatar: { id: string } = await room.call(
    'storeAvatar',
    { account_id: ana.id, bytes },
    { caller: 'identity', principal: ana },
  )
  expect(
    await room.call(
      'describePictures',
      { picture_ids: [avatar.id], uploaded_by: ana.id },
      { caller: 'catalog' },
    ),
  ).toEqual({ pictures: [] })
})
