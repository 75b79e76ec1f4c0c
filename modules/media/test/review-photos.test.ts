import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Media } from '@rampart/contracts/media.ts'
import type { InputOf, OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { CustomerPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { canvas, customer, type Darkroom, documentOf, openDarkroom, staff } from './darkroom.ts'

type Photo = OutputOf<Media, 'storeReviewPhoto'>

let room: Darkroom
let jpeg: Buffer
beforeAll(async () => {
  room = await openDarkroom()
  jpeg = await canvas(900, 600)
    .withExif({ IFD0: { Copyright: 'secret-owner' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => room.close())

const inReviews = (principal: CustomerPrincipal | typeof staff) => ({ principal, caller: 'reviews' as const })
const store = (
  ana: CustomerPrincipal,
  bytes: Uint8Array,
  more: Partial<InputOf<Media, 'storeReviewPhoto'>> = {},
): Promise<Photo> =>
  room.call(
    'storeReviewPhoto',
    { photo_id: newId(), account_id: ana.id, bytes: new Uint8Array(bytes), ...more },
    inReviews(ana),
  )
const publish = (account_id: string, photo_ids: string[], published = true): Promise<null> =>
  room.call('publishReviewPhotos', { account_id, photo_ids, published }, inReviews(staff))
const discard = (account_id: string, photo_ids: string[]): Promise<null> =>
  room.call('discardReviewPhotos', { account_id, photo_ids }, inReviews(staff))
const describePhotos = async (...photo_ids: string[]): Promise<Photo[]> => {
  const { photos }: OutputOf<Media, 'describeReviewPhotos'> = await room.call(
    'describeReviewPhotos',
    { photo_ids },
    inReviews(staff),
  )
  return photos
}
const read = (photo_id: string): Promise<OutputOf<Media, 'readReviewPhoto'>> =>
  room.call('readReviewPhoto', { photo_id }, inReviews(staff))
const gone = { code: 'NOT_FOUND' }

describe('a photo of a review', () => {
  test('is made anew, no larger than pages need, and is nobody’s to see at first', async () => {
    const ana = customer()
    const large = await canvas(4_000, 1_000).jpeg().toBuffer()
    const photo = await store(ana, large, { alt: 'The mug' })
    expect(photo).toMatchObject({ alt: 'The mug', width: 2_000, height: 500, status: 'clean' })
    expect(photo).toMatchObject({ widths: [], url: null })
    await expect(room.rendition(photo.id, 320)).rejects.toMatchObject(gone)
    const small = await store(ana, jpeg)
    const kept = await read(small.id)
    expect(kept.content_type).toBe('image/webp')
    expect(await sharp(Buffer.from(kept.bytes)).metadata()).toMatchObject({ format: 'webp', width: 900 })
    expect(Buffer.from(kept.bytes).includes('secret-owner')).toBe(false)
  })

  test('is seen by everybody while it is published, and only then', async () => {
    const ana = customer()
    const { id } = await store(ana, jpeg)
    await publish(ana.id, [id])
    await publish(ana.id, [id])
    expect(await describePhotos(id)).toMatchObject([
      { widths: [320, 640, 900], url: `/api/v1/media/${id}/900` },
    ])
    expect((await room.rendition(id, 320, 'avif')).content_type).toBe('image/avif')
    await publish(ana.id, [id], false)
    expect(await describePhotos(id)).toMatchObject([{ widths: [], url: null }])
    await expect(room.rendition(id, 320)).rejects.toMatchObject(gone)
    expect(await readdir(join(room.dataDir, 'media')).catch(() => [])).not.toContain(id)
    const actions = (await room.events())
      .map(({ payload }) => payload as { action: string; subject_id: string })
      .filter(({ subject_id }) => subject_id === id)
      .map(({ action }) => action)
    expect(actions).toEqual(['media.file-stored', 'media.photo-published', 'media.photo-hidden'])
  })

  test('is no file: its author and staff neither list, change, verify nor download it', async () => {
    const ana = customer()
    const { id } = await store(ana, jpeg)
    const everything = { ...staff, permissions: ['media:*'] }
    for (const principal of [ana, everything]) {
      for (const operation of ['getFile', 'updateFile', 'deleteFile', 'downloadFile'])
        await expect(
          room.call(operation, { file_id: id, ...update(operation) }, { principal }),
        ).rejects.toMatchObject(gone)
      const { items }: OutputOf<Media, 'listFiles'> = await room.call('listFiles', {}, { principal })
      expect(items.map((file) => file.id)).not.toContain(id)
    }
    await expect(room.call('verifyFile', { file_id: id }, { principal: everything })).rejects.toMatchObject(
      gone,
    )
    const mine: OutputOf<Media, 'listMyFiles'> = await room.call('listMyFiles', {}, { principal: ana })
    expect(mine.total).toBe(0)
    await publish(ana.id, [id])
    await expect(room.call('getFile', { file_id: id }, { principal: customer() })).rejects.toMatchObject(gone)
  })

  test('is stored once under its id, and belongs to its customer alone', async () => {
    const [ana, bo] = [customer(), customer()]
    const photo = await store(ana, jpeg)
    expect(await store(ana, jpeg, { photo_id: photo.id })).toEqual(photo)
    await publish(bo.id, [photo.id])
    await discard(bo.id, [photo.id])
    expect(await describePhotos(photo.id)).toEqual([photo])
    await discard(ana.id, [photo.id, newId()])
    await discard(ana.id, [photo.id])
    expect(await describePhotos(photo.id)).toEqual([])
    await expect(read(photo.id)).rejects.toMatchObject(gone)
    expect(await readdir(join(room.dataDir, 'files'))).not.toContain(photo.id)
  })

  test('goes into the export of its customer, and goes with them', async () => {
    const ana = customer()
    const { id } = await store(ana, jpeg)
    await publish(ana.id, [id])
    const about = { account_id: ana.id, email: 'a@example.com', before: new Date().toISOString() }
    const held: OutputOf<Media, 'exportPersonalData'> = await room.call('exportPersonalData', about, {
      caller: 'customers',
    })
    expect(held.sections).toMatchObject([
      { name: 'files', data: [{ file: 'file-1.webp', purpose: 'review' }] },
    ])
    await room.call('erasePersonalData', about, { caller: 'customers' })
    expect(await describePhotos(id)).toEqual([])
    await expect(room.rendition(id, 320)).rejects.toMatchObject(gone)
  })

  test('must be a picture', async () => {
    const ana = customer()
    for (const bytes of [documentOf(), Buffer.from('<svg/>'), jpeg.subarray(0, 500), Buffer.alloc(0)])
      await expect(store(ana, bytes)).rejects.toMatchObject({ code: 'MEDIA_NOT_A_PICTURE', status: 400 })
    const flood = await canvas(9_000, 6_000).png().toBuffer()
    await expect(store(ana, flood)).rejects.toMatchObject({ code: 'MEDIA_TOO_MANY_PIXELS' })
    await expect(store(ana, Buffer.alloc(20 * 1024 * 1024 + 1))).rejects.toMatchObject({ status: 413 })
  })
})

const update = (operation: string): object => (operation === 'updateFile' ? { visibility: 'public' } : {})

test('nobody but the reviews does anything with their photos', async () => {
  for (const operation of [
    'storeReviewPhoto',
    'publishReviewPhotos',
    'discardReviewPhotos',
    'describeReviewPhotos',
    'readReviewPhoto',
  ])
    for (const caller of ['catalog', 'server', 'cli'])
      await expect(room.call(operation, {}, { principal: staff, caller })).rejects.toMatchObject({
        status: 403,
      })
})
