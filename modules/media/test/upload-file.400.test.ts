import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { canvas, type Darkroom, documentOf, openDarkroom } from './darkroom.ts'

let room: Darkroom
beforeAll(async () => {
  room = await openDarkroom()
})
afterAll(() => room.close())

const svg = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
)

describe('uploadFile refuses', () => {
  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ['an empty file', () => Buffer.alloc(0)],
    ['SVG', () => svg],
    ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['GIF', () => canvas(20, 20).gif().toBuffer()],
    ['TIFF', () => canvas(20, 20).tiff().toBuffer()],
    ['a GIF that is a script', () => Buffer.from('GIF89a/*\x00\x00*/=1;alert(1)')],
    [
      'HTML behind the first bytes of a JPEG',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<html><script>')]),
    ],
    [
      'SVG behind the first bytes of a PNG',
      () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), svg]),
    ],
    ['noise', () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251))],
    ['a ZIP archive', () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200)])],
    ['a document that begins late', () => Buffer.concat([Buffer.from('GIF89a'), documentOf()])],
    ['a document that does not end', () => documentOf().subarray(0, -8)],
    [
      'a document with an archive behind',
      () => Buffer.concat([documentOf(), Buffer.from('PK\x05\x06'), documentOf()]),
    ],
    ['a document that runs scripts', () => documentOf('/S /JavaScript /JS (app.alert\\(1\\))')],
    ['a document that hides that it does', () => documentOf('/S /J#61vaScript')],
    ['a document with a file within', () => documentOf('/Type /EmbeddedFile')],
  ])('%s', async (_, make) => {
    await expect(room.upload(await make())).rejects.toMatchObject({
      code: expect.stringMatching(/^MEDIA_(TYPE_REFUSED|NOT_A_PICTURE)$/) as string,
      status: 400,
    })
  })

  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ['a JPEG that ends half-way', async () => (await canvas(900, 600).jpeg().toBuffer()).subarray(0, 1500)],
    ['a PNG that ends early', async () => (await canvas(900, 600).png().toBuffer()).subarray(0, -60)],
    ['a WebP that ends half-way', async () => half(await canvas(900, 600).webp().toBuffer())],
    ['an AVIF that ends half-way', async () => half(await canvas(900, 600).avif().toBuffer())],
  ])('%s', async (_, make) => {
    await expect(room.upload(await make())).rejects.toMatchObject({
      code: 'MEDIA_NOT_A_PICTURE',
      status: 400,
    })
  })

  test('a small file that claims to be 60,000 pixels square, without decoding it', async () => {
    const flood = pngOf(60_000, 60_000)
    expect(flood.length).toBeLessThan(1_000)
    const before = process.memoryUsage().rss
    await expect(room.upload(flood)).rejects.toMatchObject({ code: 'MEDIA_TOO_MANY_PIXELS', status: 400 })
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })

  test('a real picture of 54 million pixels', async () => {
    const large = await canvas(9_000, 6_000).png().toBuffer()
    await expect(room.upload(large)).rejects.toMatchObject({ code: 'MEDIA_TOO_MANY_PIXELS' })
  })

  test('a file of more than 20 MB', async () => {
    await expect(room.upload(Buffer.alloc(20 * 1024 * 1024 + 1, 1))).rejects.toMatchObject({ status: 413 })
  })

  test('and leaves neither a row nor a file', async () => {
    for (const table of [sql`media.pictures`, sql`media.files`])
      expect(await room.db.many(sql`SELECT id FROM ${table}`)).toEqual([])
    for (const area of ['media', 'files'])
      expect(await readdir(join(room.dataDir, area)).catch(() => [])).toEqual([])
    expect(await room.events()).toEqual([])
  })
})

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length >> 1)
}

/** A PNG with this size in its header and next to nothing in it. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
