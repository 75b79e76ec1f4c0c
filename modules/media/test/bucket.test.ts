import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Media } from '@rampart/contracts/media.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { s3Bucket } from '../storage/s3-bucket.ts'
import { canvas, customer, type Darkroom, documentOf, openDarkroom, staff } from './darkroom.ts'
import { hasS3Server, startS3, type TestS3 } from './s3-server.ts'

const s3Here = hasS3Server()
if (!s3Here) process.stdout.write('versitygw is not found: the module over a bucket is not tried here.\n')

describe.runIf(s3Here)('the module over a bucket', () => {
  let server: TestS3
  let room: Darkroom
  beforeAll(async () => {
    server = await startS3()
    room = await openDarkroom({ object_storage: server.place })
  })
  afterAll(async () => {
    await room.close()
    await server.stop()
  })

  const lying = (area: 'media' | 'files'): Promise<string[]> =>
    readdir(join(server.folder, 'of-tests', area)).catch(() => [])

  test('keeps nothing on the disk of the shop, and gives it out in parts', async () => {
    const bytes = documentOf()
    const file = await room.upload(bytes, customer())
    expect(await lying('files')).toContain(file.id)
    expect(await readdir(room.dataDir)).toEqual([])
    const part = async (from: number, length: number): Promise<Buffer> => {
      const read: OutputOf<Media, 'readFilePart'> = await room.call(
        'readFilePart',
        { file_id: file.id, from, length },
        { principal: staff, caller: 'server' },
      )
      return Buffer.from(read.bytes)
    }
    expect(await part(0, bytes.length)).toEqual(bytes)
    expect(await part(5, 7)).toEqual(bytes.subarray(5, 12))
  })

  test('shows public pictures, hides them and shows them again', async () => {
    const picture = await room.upload(await canvas(700, 400).png().toBuffer())
    expect((await room.rendition(picture.id, 320)).content_type).toBe('image/webp')
    expect((await room.rendition(picture.id, 640, 'avif')).content_type).toBe('image/avif')
    const become = (visibility: string) =>
      room.call('updateFile', { file_id: picture.id, visibility }, { principal: staff })
    await become('private')
    await expect(room.rendition(picture.id, 320)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await lying('media')).not.toContain(picture.id)
    await become('public')
    expect((await room.rendition(picture.id, 320)).content_type).toBe('image/webp')
    await room.call('deleteFile', { file_id: picture.id }, { principal: staff })
    expect([await lying('media'), await lying('files')].flat()).not.toContain(picture.id)
  })

  test('forgets a customer', async () => {
    const ana = customer()
    const file = await room.upload(documentOf(), ana)
    const about = { account_id: ana.id, email: 'a@example.com', before: new Date().toISOString() }
    await room.call('erasePersonalData', about, { caller: 'customers' })
    expect(await lying('files')).not.toContain(file.id)
  })

  test('sweeps what has no row, once it is a day old, and nothing else', async () => {
    const kept = await room.upload(documentOf(), customer())
    const [old, young] = [newId(), newId()]
    for (const id of [old, young])
      await s3Bucket(server.place).put('files', id, [{ name: 'content', bytes: Buffer.alloc(5) }])
    const before = new Date(Date.now() - 2 * 86_400_000)
    for (const id of [old, kept.id])
      await utimes(join(server.folder, 'of-tests', 'files', id, 'content'), before, before)
    await room.runSchedule('sweep-orphans')
    const left = await lying('files')
    expect(left).not.toContain(old)
    expect(left).toEqual(expect.arrayContaining([young, kept.id]))
  })

  test('answers that it is away while it is, and keeps no row of what it could not keep', async () => {
    const ana = customer()
    await server.kill()
    const away = { code: 'UNAVAILABLE', status: 503 }
    await expect(room.upload(documentOf(), ana)).rejects.toMatchObject(away)
    await server.start()
    const mine: OutputOf<Media, 'listMyFiles'> = await room.call('listMyFiles', {}, { principal: ana })
    expect(mine.total).toBe(0)
    expect((await room.upload(documentOf(), ana)).status).toBe('clean')
  })
})
