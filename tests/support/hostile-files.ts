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

/** A JPEG that says in its header that it is this large; what follows is a small one. */
export async function hollowJpeg(width: number, height: number): Promise<Buffer> {
  const bytes = await plain(16, 16).jpeg().toBuffer()
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  bytes.writeUInt16BE(height, frame + 5)
  bytes.writeUInt16BE(width, frame + 7)
  return bytes
}

/** The same as WebP without loss, whose sizes have 14 bits. */
export async function hollowWebp(width: number, height: number): Promise<Buffer> {
  const bytes = await plain(16, 16).webp({ lossless: true }).toBuffer()
  const header = bytes.indexOf('VP8L') + 8
  bytes.writeUInt32LE(((height - 1) * 0x4000 + (width - 1)) >>> 0, header + 1)
  return bytes
}

/** The same as AVIF, whose sizes have 32 bits. */
export async function hollowAvif(width: number, height: number): Promise<Buffer> {
  const bytes = await plain(64, 64).avif({ effort: 0 }).toBuffer()
  for (let at = bytes.indexOf('ispe'); at !== -1; at = bytes.indexOf('ispe', at + 4)) {
    bytes.writeUInt32BE(width, at + 8)
    bytes.writeUInt32BE(height, at + 12)
  }
  return bytes
}

/** A moving picture of so many frames, each with a colour of its own. */
export async function moving(frames: number): Promise<Buffer> {
  const [width, height] = [40, 30]
  const pixels = Buffer.alloc(width * height * frames * 3)
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = (at * 7 + Math.floor(at / (width * height * 3)) * 40) % 256
  const raw = { width, height: height * frames, channels: 3 as const, pageHeight: height }
  return sharp(pixels, { raw })
    .webp({ loop: 0, delay: Array.from({ length: frames }, () => 50) })
    .toBuffer()
}

/** A PNG that moves: its first frame is a picture of its own, and others follow in chunks that many do not know. */
export async function movingPng(): Promise<Buffer> {
  const whole = await plain(20, 20).png().toBuffer()
  const afterHeader = PNG.length + 25
  const control = Buffer.alloc(8)
  control.writeUInt32BE(1_000_000, 0)
  const frame = Buffer.alloc(26)
  frame.writeUInt32BE(20, 4)
  frame.writeUInt32BE(20, 8)
  const more = chunk('fdAT', Buffer.concat([Buffer.from([0, 0, 0, 2]), deflateSync(Buffer.from(SCRIPT))]))
  return Buffer.concat([
    whole.subarray(0, afterHeader),
    chunk('acTL', control),
    chunk('fcTL', frame),
    whole.subarray(afterHeader, -12),
    more,
    whole.subarray(-12),
  ])
}

/** A JPEG with the place it was taken in every way that cameras and programs write it down. */
export function fromSomewhere(): Promise<Buffer> {
  const exif = {
    IFD0: { Make: 'Spycam', ImageDescription: 'Anna at home' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '51/1 30/1 0/1',
      GPSLongitudeRef: 'W',
      GPSLongitude: '0/1 7/1 0/1',
    },
  }
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="51,30.0N"/></rdf:RDF></x:xmpmeta>`
  return plain(90, 60).withExif(exif).withXmp(xmp).withIccProfile('p3').jpeg().toBuffer()
}
