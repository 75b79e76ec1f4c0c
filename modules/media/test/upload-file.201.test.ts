import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canvas, type Darkroom, openDarkroom } from './darkroom.ts'

let room: Darkroom
beforeAll(async () => {
  room = await openDarkroom()
})
afterAll(() => room.close())

describe('uploadFile', () => {
  test.each([
    ['JPEG', () => canvas(900, 600).jpeg().toBuffer()],
    ['PNG', () => canvas(900, 600).png().toBuffer()],
    ['WebP', () => canvas(900, 600).webp().toBuffer()],
    ['AVIF', () => canvas(900, 600).avif().toBuffer()],
  ])('takes %s and renders it at each width, never larger than it is', async (_, make) => {
    const picture = await room.upload(await make())
    expect(picture).toMatchObject({ alt: 'A thing', width: 900, height: 600, widths: [320, 640, 900] })
    expect(picture.url).toBe(`/api/v1/media/${picture.id}/900`)
    expect((await readdir(join(room.dataDir, 'media', picture.id))).sort()).toEqual([
      '320.avif',
      '320.webp',
      '640.avif',
      '640.webp',
      '900.avif',
      '900.webp',
    ])
    for (const width of picture.widths) {
      const { bytes, content_type } = await room.rendition(picture.id, width)
      expect(content_type).toBe('image/webp')
      expect(await sharp(Buffer.from(bytes)).metadata()).toMatchObject({ format: 'webp', width })
      const other = await room.rendition(picture.id, width, 'avif')
      expect(other.content_type).toBe('image/avif')
      const read = { format: 'heif', compression: 'av1', width }
      expect(await sharp(Buffer.from(other.bytes)).metadata()).toMatchObject(read)
    }
  })

  test('keeps a small picture at its own width', async () => {
    expect((await room.upload(await canvas(64, 64).png().toBuffer())).widths).toEqual([64])
  })

  test('turns a picture upright and takes its metadata off', async () => {
    const exif = {
      IFD0: { Copyright: 'secret-owner' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    }
    const sideways = await canvas(900, 600).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const picture = await room.upload(sideways)
    expect(picture).toMatchObject({ width: 600, height: 900 })
    const stored = Buffer.from((await room.rendition(picture.id, 600)).bytes)
    const metadata = await sharp(stored).metadata()
    expect(metadata.exif ?? metadata.xmp ?? metadata.iptc ?? metadata.orientation).toBeUndefined()
    expect(stored.includes('secret-owner')).toBe(false)
  })

  test('stores nothing of what hangs on behind a picture', async () => {
    const jpeg = await canvas(400, 300).jpeg().toBuffer()
    const polyglot = Buffer.concat([jpeg, Buffer.from('<script>alert(document.domain)</script>PK\x03\x04')])
    const picture = await room.upload(polyglot)
    for (const width of picture.widths) {
      const stored = Buffer.from((await room.rendition(picture.id, width)).bytes)
      expect(stored.includes('<script>')).toBe(false)
      expect(stored.includes('PK\x03\x04')).toBe(false)
    }
  })

  test('leaves one audit entry', async () => {
    const before = (await room.events()).length
    await room.upload(await canvas(50, 50).png().toBuffer())
    expect((await room.events()).slice(before).map((event) => event.type)).toEqual([
      'audit.entry-recorded.v1',
    ])
  })
})
