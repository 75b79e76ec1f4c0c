import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { canvas, type Darkroom, openDarkroom } from './darkroom.ts'

const account_id = '0198a000-0000-7000-8000-0000000000aa'
const other = '0198a000-0000-7000-8000-0000000000bb'

let room: Darkroom
beforeEach(async () => void (room = await openDarkroom()))
afterEach(() => room.close())

const store = async (id = account_id, width = 900, height = 400): Promise<{ id: string; widths: number[] }> =>
  room.call(
    'storeAvatar',
    { account_id: id, bytes: new Uint8Array(await canvas(width, height).jpeg().toBuffer()) },
    { caller: 'identity' },
  )
const discard = (keep: string | null) =>
  room.call('discardAvatars', { account_id, keep }, { caller: 'identity' })

test.each([
  [900, 400],
  [40, 90],
])('of a picture of %i × %i pixels the middle square is kept', async (width, height) => {
  const { id, widths } = await store(account_id, width, height)
  expect(widths).toEqual([320])
  const { bytes } = await room.rendition(id, 320)
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 320, height: 320, format: 'webp' })
  await expect(room.rendition(id, 640)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('all but the one to keep go, with their files; those of others and pictures of goods stay', async () => {
  const [first, second, foreign] = [await store(), await store(), await store(other)]
  const goods = await room.upload(await canvas(20, 20).png().toBuffer())
  await discard(second.id)
  await discard(second.id)
  const left = await readdir(join(room.dataDir, 'media'))
  expect(left.sort()).toEqual([second.id, foreign.id, goods.id].sort())
  expect(left).not.toContain(first.id)
  await discard(null)
  expect(await readdir(join(room.dataDir, 'media'))).toHaveLength(2)
})

test('what is no picture is refused, and nobody but identity stores one', async () => {
  const input = { account_id, bytes: new TextEncoder().encode('<svg/>') }
  await expect(room.call('storeAvatar', input, { caller: 'identity' })).rejects.toMatchObject({
    code: 'MEDIA_NOT_A_PICTURE',
  })
  for (const caller of ['edge', 'catalog']) {
    await expect(room.call('storeAvatar', input, { caller })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  }
})
