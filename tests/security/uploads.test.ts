import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as hostile from '../support/hostile-files.ts'
import { type InProcessShop, openInProcessShop, type Sent } from '../support/in-process-shop.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'

// What people send who want something else than to show a picture. Whatever is taken is looked at once more as it lies on
// the disk and as it is handed out.

let shop: InProcessShop
let owner: string
let customer: string
beforeAll(async () => {
  shop = await openInProcessShop()
  owner = (await shop.account('super_admin')).token
  customer = (await shop.account('customer')).token
}, 120_000)
afterAll(() => shop.close())

type Part = { readonly head: string; readonly body: Buffer | string }
const asFile = (body: Buffer | string, filename = 'a.png', type = 'image/png'): Part => ({
  head: `content-disposition: form-data; name="file"; filename="${filename}"\r\ncontent-type: ${type}`,
  body,
})

/** A multipart request of these parts, whatever they are. */
function send(parts: readonly Part[], token: string | undefined = customer): Promise<Sent> {
  const boundary = 'b-of-tests'
  const body = Buffer.concat([
    ...parts.flatMap((part) => [
      Buffer.from(`--${boundary}\r\n${part.head}\r\n\r\n`),
      Buffer.from(part.body as string),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  return shop.send('POST', '/files', { token, body, headers })
}

type Stored = { id: string; name: string; content_type: string; size: number; widths: number[] }
const stored = ({ body }: Sent): Stored => body as unknown as Stored

/** Everything that is kept of a file: what is downloaded and every rendition. */
async function kept(id: string): Promise<Buffer[]> {
  const all: Buffer[] = []
  for (const area of ['files', 'media']) {
    const folder = join(shop.dataDir, area, id)
    for (const name of await readdir(folder).catch(() => [])) all.push(await readFile(join(folder, name)))
  }
  return all
}

async function keptNow(): Promise<string[]> {
  const folders = await Promise.all(
    ['files', 'media'].map((area) => readdir(join(shop.dataDir, area)).catch(() => [])),
  )
  return folders.flat().sort()
}

const png = (): Promise<Buffer> => hostile.plain(60, 40).png().toBuffer()
const jpeg = (): Promise<Buffer> => hostile.plain(60, 40).jpeg().toBuffer()
const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length >> 1)
const after = (bytes: string, more: Buffer): Buffer => Buffer.concat([Buffer.from(bytes, 'latin1'), more])

describe('what is refused leaves nothing behind', () => {
  test.each<[string, () => Promise<Buffer> | Buffer, RegExp]>([
    ['an empty file', () => Buffer.alloc(0), /TYPE_REFUSED/],
    ['SVG', () => hostile.svg, /TYPE_REFUSED/],
    ['SVG in UTF-16', () => Buffer.from(`\ufeff${hostile.svg.toString()}`, 'utf16le'), /TYPE_REFUSED/],
    ['HTML', () => Buffer.from(`<!doctype html>${hostile.SCRIPT}`), /TYPE_REFUSED/],
    ['a script', () => Buffer.from('alert(1)'), /TYPE_REFUSED/],
    ['an archive', () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(99)]), /TYPE_REFUSED/],
    ['an archive within an archive', () => hostile.packedTwice, /TYPE_REFUSED/],
    ['a program', () => after('\x7fELF\x02\x01\x01', Buffer.alloc(99)), /TYPE_REFUSED/],
    ['a GIF that is a script', () => after('GIF89a/*\0\0*/=1;alert(1)', Buffer.alloc(9)), /TYPE_REFUSED/],
    ['TIFF', () => hostile.plain(20, 20).tiff().toBuffer(), /TYPE_REFUSED/],
    ['HEIC by name', () => after('\0\0\0\x18ftypheic\0\0\0\0mif1heic', Buffer.alloc(99)), /./],
    ['HTML behind the first bytes of a JPEG', () => after('\xff\xd8\xff\xe0', hostile.svg), /NOT_A_PICTURE/],
    ['SVG behind the first bytes of a PNG', () => after('\x89PNG\r\n\x1a\n', hostile.svg), /./],
    ['HTML behind the first bytes of a document', () => after('%PDF-1.4\n', hostile.svg), /TYPE_REFUSED/],
    ['a document behind HTML', () => Buffer.concat([hostile.svg, hostile.pdf()]), /TYPE_REFUSED/],
    ['a document that is an archive too', () => Buffer.concat([half(hostile.pdf()), hostile.archive]), /./],
    [
      'a document that is an archive between its ends',
      () => Buffer.concat([hostile.pdf(), hostile.archive, Buffer.from('\n%%EOF\n')]),
      /TYPE_REFUSED/,
    ],
    ['a document with a script', () => hostile.pdf('/JavaScript (1)'), /TYPE_REFUSED/],
    ['a document with a script spelt otherwise', () => hostile.pdf('/#4aavaScript (1)'), /TYPE_REFUSED/],
    ['a document that starts a program', () => hostile.pdf('/S /Launch /F (calc.exe)'), /TYPE_REFUSED/],
    ['60,000 pixels square', () => hostile.hollowPng(60_000, 60_000), /TOO_MANY_PIXELS/],
    ['a line of 2,000,000,000 pixels', () => hostile.hollowPng(2_000_000_000, 1), /./],
    ['no width', () => hostile.hollowPng(0, 10), /./],
    ['half a JPEG', async () => half(await hostile.plain(900, 600).jpeg().toBuffer()), /NOT_A_PICTURE/],
    ['half a PNG', async () => half(await hostile.plain(900, 600).png().toBuffer()), /NOT_A_PICTURE/],
    ['half a WebP', async () => half(await hostile.plain(900, 600).webp().toBuffer()), /NOT_A_PICTURE/],
    ['half an AVIF', async () => half(await hostile.plain(900, 600).avif().toBuffer()), /NOT_A_PICTURE/],
    ['a JPEG within a JPEG’s name', () => after('JFIF\xff\xd8\xff', Buffer.alloc(99)), /TYPE_REFUSED/],
  ])('%s', async (_, make, code) => {
    const before = await keptNow()
    const memory = process.memoryUsage().rss
    const answer = await send([asFile(await make())])
    expect([answer.status, answer.body['code']]).toEqual([400, expect.stringMatching(code)])
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(await keptNow()).toEqual(before)
    expect(process.memoryUsage().rss - memory).toBeLessThan(300_000_000)
  })

  test('more than 20 MB, told before all of it is read', async () => {
    const before = await keptNow()
    expect((await send([asFile(Buffer.alloc(20 * 1024 * 1024 + 1, 1))])).status).toBe(413)
    expect(await keptNow()).toEqual(before)
  })
})

describe('what is taken is only a picture', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['with a script behind it', async () => Buffer.concat([await jpeg(), Buffer.from(hostile.SCRIPT)])],
    ['with an archive behind it', async () => Buffer.concat([await png(), hostile.archive])],
    ['with a document behind it', async () => Buffer.concat([await png(), hostile.pdf()])],
    [
      'with a script for a comment',
      () =>
        hostile
          .plain(60, 40)
          .withExif({ IFD0: { ImageDescription: hostile.SCRIPT } })
          .jpeg()
          .toBuffer(),
    ],
    [
      'with a place and a camera',
      () => {
        const place = { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' }
        return hostile
          .plain(60, 40)
          .withExif({ IFD0: { Make: 'Spy' }, IFD3: place })
          .webp()
          .toBuffer()
      },
    ],
    ['with 80 MB packed into a text and a profile', () => hostile.pngWithPackedText(80)],
  ])('%s', async (_, make) => {
    const memory = process.memoryUsage().rss
    const answer = await send([asFile(await make())], owner)
    // A decoder may also find this too much; then nothing is kept.
    if (answer.status !== 201) {
      expect(answer.status).toBe(400)
      return
    }
    const files = await kept(stored(answer).id)
    expect(files.length).toBeGreaterThan(1)
    for (const bytes of files) {
      for (const word of [hostile.SCRIPT, 'PK\x05\x06', '%PDF', 'Spy', 'zTXt', 'iCCP'])
        expect(bytes.includes(Buffer.from(word, 'latin1'))).toBe(false)
      const read = await sharp(bytes).metadata()
      expect(read.exif ?? read.xmp ?? read.iptc).toBeUndefined()
    }
    expect(process.memoryUsage().rss - memory).toBeLessThan(300_000_000)
  })

  test('with more data than its size needs, in bounded memory', async () => {
    const memory = process.memoryUsage().rss
    const answer = await send([asFile(hostile.pngWithTooMuchData())])
    expect([201, 400]).toContain(answer.status)
    expect(process.memoryUsage().rss - memory).toBeLessThan(300_000_000)
  })

  test('whatever the sender calls it', async () => {
    for (const [name, type] of [
      ['a.html', 'text/html'],
      ['a.svg', 'image/svg+xml'],
      ['a.php', 'application/x-php'],
    ]) {
      const answer = await send([asFile(await png(), name, type)])
      expect(stored(answer).content_type).toBe('image/png')
      const file = await shop.send('GET', `/files/${stored(answer).id}/download`, { token: customer })
      expect(file.headers['content-type']).toBe('image/png')
    }
  })
})

describe('names', () => {
  test.each([
    ['../../../../etc/cron.d/x', 'x'],
    ['..%2f..%2fx.png', '..%2f..%2fx.png'],
    ['..\\\\..\\\\windows\\\\x.png', 'x.png'],
    ['/etc/passwd', 'passwd'],
    ['.htaccess', 'htaccess'],
    ['a.png\u0000.html', 'a.png.html'],
    ['\u202egnp.exe', 'gnp.exe'],
    [`${'a'.repeat(240)}.png`, 'a'.repeat(200)],
    ['con.png', 'con.png'],
  ])('%j', async (name, shown) => {
    const answer = await send([asFile(await png(), name)])
    if (answer.status === 400) {
      // The parser of the form may refuse what no browser sends.
      expect(name).toContain('\u0000')
      return
    }
    expect(answer.status).toBe(201)
    const { id, name: said } = stored(answer)
    // Slashes that stand as they are may be cut by the parser of the form already.
    expect(said.replace(/^\.+/, '')).toBe(shown.replace(/^\.+/, ''))
    expect(said).not.toMatch(/[/\\\u0000\u202e]/)
    expect(await readdir(join(shop.dataDir, 'files', id))).toEqual(['content'])
  })

  test('no part of an address reaches the disk', async () => {
    for (const id of ['..', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', '....//', 'my_files%00', '.building-x']) {
      for (const path of [`/files/${id}`, `/files/${id}/download`, `/media/${id}/320`]) {
        const { status } = await shop.send('GET', path, { token: owner })
        expect([400, 404], path).toContain(status)
      }
    }
  })

  test('a name is never more than a name in the answer’s headers', async () => {
    const { id } = stored(await send([asFile(await png())]))
    const name = 'a"; filename*=UTF-8\'\'evil.html; x="'
    const renamed = await shop.send('PUT', `/files/${id}`, { token: customer, body: { name } })
    expect(renamed.status).toBe(200)
    const { headers } = await shop.send('GET', `/files/${id}/download`, { token: customer })
    expect(headers['content-disposition']).toBe(
      'attachment; filename="a__ filename__UTF-8__evil.html_ x__"; filename*=UTF-8\'\'' +
        'a%22%3B%20filename%2A%3DUTF-8%27%27evil.html%3B%20x%3D%22',
    )
    for (const bad of ['a\r\nset-cookie: x=1', '../x', 'a\\b', '', 'x'.repeat(201)])
      expect((await shop.send('PUT', `/files/${id}`, { token: customer, body: { name: bad } })).status).toBe(
        400,
      )
  })
})

describe('forms', () => {
  test.each<[string, () => Promise<readonly Part[]>, readonly number[]]>([
    [
      'no file',
      () => Promise.resolve([{ head: 'content-disposition: form-data; name="alt"', body: 'x' }]),
      [400],
    ],
    ['two files', async () => [asFile(await png()), asFile(await png())], [400, 413]],
    [
      'a file where a text belongs',
      async () => [
        asFile(await png()),
        { head: 'content-disposition: form-data; name="alt"; filename="a"', body: 'x' },
      ],
      [400, 413],
    ],
    [
      'a text where the file belongs',
      () => Promise.resolve([{ head: 'content-disposition: form-data; name="file"', body: 'x' }]),
      [400],
    ],
    [
      'a field that nobody asked for',
      async () => [
        { head: 'content-disposition: form-data; name="owner_id"', body: newId() },
        asFile(await png()),
      ],
      [400],
    ],
    [
      'a prototype',
      async () => [
        { head: 'content-disposition: form-data; name="__proto__"', body: 'x' },
        asFile(await png()),
      ],
      [400],
    ],
    [
      'a hundred fields',
      async () => [
        ...Array.from({ length: 100 }, (_, at) => ({
          head: `content-disposition: form-data; name="f${at}"`,
          body: 'x',
        })),
        asFile(await png()),
      ],
      [400, 413],
    ],
    [
      'a part with 20,000 headers',
      async () => [{ head: `${asFile('').head}\r\n${'x-a: b\r\n'.repeat(20_000)}x-z: z`, body: await png() }],
      [201, 400, 413],
    ],
    [
      'a part with a header of a megabyte',
      async () => [{ head: `${asFile('').head}\r\nx-a: ${'b'.repeat(1_000_000)}`, body: await png() }],
      [201, 400, 413],
    ],
    [
      'a text of a megabyte',
      async () => [
        { head: 'content-disposition: form-data; name="alt"', body: 'x'.repeat(1_000_000) },
        asFile(await png()),
      ],
      [400, 413],
    ],
  ])('%s', async (_, make, statuses) => {
    const answer = await send(await make())
    expect(statuses).toContain(answer.status)
  })

  test('that end half-way, or have no boundary', async () => {
    const body = `--b\r\n${asFile('').head}\r\n\r\n${'x'.repeat(100)}`
    for (const type of [
      'multipart/form-data; boundary=b',
      'multipart/form-data',
      'multipart/mixed; boundary=b',
    ]) {
      const answer = await shop.send('POST', '/files', {
        token: customer,
        body,
        headers: { 'content-type': type },
      })
      expect([400, 415], type).toContain(answer.status)
    }
    const json = { file: { filename: 'a.png', bytes: 'x' } }
    expect((await shop.send('POST', '/files', { token: customer, body: json })).status).toBe(415)
  })

  test('of guests, who are not let in', async () => {
    const sent = await shop.send('POST', '/files', {
      body: 'x',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    })
    expect(sent.status).toBe(401)
  })
})
