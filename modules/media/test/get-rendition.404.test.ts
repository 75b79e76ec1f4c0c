import { afterAll, beforeAll, expect, test } from 'vitest'
import { canvas, type Darkroom, openDarkroom } from './darkroom.ts'

let room: Darkroom
beforeAll(async () => {
  room = await openDarkroom()
})
afterAll(() => room.close())

test('an address keeps its etag, and each width has its own', async () => {
  const picture = await room.upload(await canvas(700, 400).png().toBuffer())
  const first = await room.rendition(picture.id, 320)
  expect(await room.rendition(picture.id, 320)).toEqual(first)
  expect((await room.rendition(picture.id.toUpperCase(), 320)).etag).toBe(first.etag)
  expect((await room.rendition(picture.id, 640)).etag).not.toBe(first.etag)
})

test('other widths and pictures are not there', async () => {
  const picture = await room.upload(await canvas(700, 400).png().toBuffer())
  await expect(room.rendition(picture.id, 321)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(room.rendition('0198a000-0000-7000-8000-00000000dead', 320)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('nothing but a UUID reaches the file system', async () => {
  for (const id of ['../../etc', '..%2f..', `${'0'.repeat(36)}/..`, '.building-x']) {
    await expect(room.rendition(id, 320)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  }
})

test('pictures are described by their ids, unknown ones left out', async () => {
  const picture = await room.upload(await canvas(700, 400).png().toBuffer())
  const described = await room.call(
    'describePictures',
    { picture_ids: [picture.id, '0198a000-0000-7000-8000-00000000dead'] },
    { caller: 'catalog' },
  )
  const { id, alt, width, height, widths, url, created_at } = picture
  expect(described).toEqual({ pictures: [{ id, alt, width, height, widths, url, created_at }] })
})
