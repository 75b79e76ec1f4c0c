import { deflateSync, gzipSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** A picture of one colour, to be encoded. */
export const plain = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#a04030' } })

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** One piece of a PNG, with its length and its sum. */
export function chunk(type: string, data: Buffer): Buffer {
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

function sizeOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return chunk('IHDR', header)
}

/** A PNG with this size in its header and next to nothing in it. */
export function hollowPng(width: number, height: number): Buffer {
  const data = chunk('IDAT', deflateSync(Buffer.alloc(64)))
  return Buffer.concat([PNG, sizeOf(width, height), data, chunk('IEND', Buffer.alloc(0))])
}

/** A small PNG with a text in it that is `megabytes` large once it is unpacked. */
export async function pngWithPackedText(megabytes: number): Promise<Buffer> {
  const text = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 0x41), { level: 9 })
  const packed = chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), text]))
  const profile = chunk('iCCP', Buffer.concat([Buffer.from('icc\0\0', 'latin1'), text]))
  const whole = await plain(20, 20).png().toBuffer()
  const afterHeader = PNG.length + 25
  return Buffer.concat([whole.subarray(0, afterHeader), profile, packed, whole.subarray(afterHeader)])
}

/** A PNG of a size that would be taken, whose one line of data is repeated until it is far too much. */
export function pngWithTooMuchData(): Buffer {
  const data = chunk('IDAT', deflateSync(Buffer.alloc(40 * 1024 * 1024), { level: 9 }))
  return Buffer.concat([PNG, sizeOf(10, 10), data, chunk('IEND', Buffer.alloc(0))])
}

export const SCRIPT = '<script>alert(document.domain)</script>'

export const svg = Buffer.from(
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`,
)

/** An archive with nothing in it, as it stands at the end of a file. */
export const archive = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])

/** A megabyte of nothing, packed into next to none; twice. */
export const packedTwice = gzipSync(gzipSync(Buffer.alloc(50 * 1024 * 1024)))

/** A document of one empty page. */
export function pdf(extra = ''): Buffer {
  const objects = [
    `1 0 obj << /Type /Catalog /Pages 2 0 R ${extra} >> endobj`,
    '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >> endobj',
  ]
  return Buffer.from(`%PDF-1.4\n${objects.join('\n')}\ntrailer << /Root 1 0 R >>\n%%EOF\n`, 'latin1')
}
