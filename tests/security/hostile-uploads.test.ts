import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as hostile from '../support/hostile-files.ts'
import { type InProcessShop, openInProcessShop, type Sent } from '../support/in-process-shop.ts'

// The rest of what uploads.test.ts begins: sizes that headers lie about, pictures that move, places, and forms that are
// written by hand.

let shop: InProcessShop
let customer: string
let owner: string
beforeAll(async () => {
  shop = await openInProcessShop()
  owner = (await shop.account('super_admin')).token
  customer = (await shop.account('customer')).token
}, 120_000)
afterAll(() => shop.close())

const TYPE = 'multipart/form-data; boundary=b'
const post = (body: Buffer | string, type = TYPE, token = customer): Promise<Sent> =>
  shop.send('POST', '/files', { token, body, headers: { 'content-type': type } })

/** A form of one file, its heading as it stands here. */
const form = (
  file: Buffer,
  heading = 'content-disposition: form-data; name="file"; filename="a.png"',
): Buffer => Buffer.concat([Buffer.from(`--b\r\n${heading}\r\n\r\n`), file, Buffer.from('\r\n--b--\r\n')])

const idOf = ({ body }: Sent): string => String(body['id'])
const nameOf = ({ body }: Sent): string => String(body['name'])
const png = (): Promise<Buffer> => hostile.plain(60, 40).png().toBuffer()

async function kept(id: string): Promise<Buffer[]> {
  const all: Buffer[] = []
  for (const area of ['files', 'media']) {
    const folder = join(shop.dataDir, area, id)
    for (const name of await readdir(folder).catch(() => [])) all.push(await readFile(join(folder, name)))
  }
  return all
}

describe('a header that says a picture is enormous costs nothing', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['JPEG', () => hostile.hollowJpeg(65_500, 65_500)],
    ['WebP', () => hostile.hollowWebp(16_383, 16_383)],
    ['AVIF', () => hostile.hollowAvif(60_000, 60_000)],
    ['AVIF of a line', () => hostile.hollowAvif(0x7fffffff, 1)],
    ['AVIF of more than there is', () => hostile.hollowAvif(0xffffffff, 0xffffffff)],
  ])('%s', async (_, make) => {
    const file = await make()
    expect(file.length).toBeLessThan(2_000)
    const memory = process.memoryUsage().rss
    const began = performance.now()
    const answer = await post(form(file))
    expect([answer.status, answer.body['code']]).toEqual([
      400,
      expect.stringMatching(/^MEDIA_(TOO_MANY_PIXELS|NOT_A_PICTURE)$/) as string,
    ])
    expect(process.memoryUsage().rss - memory).toBeLessThan(200_000_000)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('where the decoder reads the size from there, that is the reason that is given', async () => {
    for (const file of [await hostile.hollowJpeg(65_500, 65_500), await hostile.hollowWebp(16_383, 16_383)])
      expect((await post(form(file))).body['code']).toBe('MEDIA_TOO_MANY_PIXELS')
  })
})

describe('what moves is kept as one picture', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['WebP of 3 frames', () => hostile.moving(3)],
    ['WebP of 300 frames', () => hostile.moving(300)],
  ])('%s', async (_, make) => {
    const answer = await post(form(await make()), TYPE, owner)
    expect(answer.status).toBe(201)
    const files = await kept(idOf(answer))
    expect(files.length).toBeGreaterThan(2)
    for (const bytes of files) {
      const read = await sharp(bytes, { animated: true }).metadata()
      expect(read.pages ?? 1).toBe(1)
      expect(read.height).toBeLessThan(100)
      for (const word of ['ANIM', 'acTL', 'fdAT', hostile.SCRIPT]) expect(bytes.includes(word)).toBe(false)
    }
  })

  test('a PNG that says it has a million is of another type, which is not taken', async () => {
    const answer = await post(form(await hostile.movingPng()))
    expect([answer.status, answer.body['code']]).toEqual([400, 'MEDIA_TYPE_REFUSED'])
  })

  test('the test files do move', async () => {
    expect((await sharp(await hostile.moving(3), { animated: true }).metadata()).pages).toBe(3)
    expect((await hostile.movingPng()).includes('acTL')).toBe(true)
  })
})

test('where a picture was taken is in it before, and in nothing that is kept', async () => {
  const file = await hostile.fromSomewhere()
  const told = await sharp(file).metadata()
  expect([told.exif, told.xmp, told.icc].every((part) => part !== undefined)).toBe(true)
  const signs = ['Spycam', 'Anna at home', 'GPSLatitude', 'Exif\0\0', 'http://ns.adobe.com/xap']
  expect(signs.every((sign) => file.includes(Buffer.from(sign, 'latin1')))).toBe(true)
  const answer = await post(form(file), TYPE, owner)
  const files = await kept(idOf(answer))
  expect(files.length).toBeGreaterThan(2)
  for (const bytes of files) {
    for (const sign of signs) expect(bytes.includes(Buffer.from(sign, 'latin1'))).toBe(false)
    const read = await sharp(bytes).metadata()
    expect(read.exif ?? read.xmp ?? read.iptc ?? read.icc).toBeUndefined()
  }
})

describe('names that are written by hand', () => {
  const upload = async (name: string): Promise<Sent> =>
    post(form(await png(), `content-disposition: form-data; name="file"; filename=${name}`))
  const headerOf = async (id: string): Promise<string> => {
    const { headers } = await shop.send('GET', `/files/${id}/download`, { token: customer })
    return String(headers['content-disposition'])
  }

  test.each([
    ['of 10,000 letters', `"${'n'.repeat(10_000)}.png"`],
    ['of an old device', '"CON"'],
    ['of another device', '"aux.png"'],
    ['of nothing', '""'],
    ['of dots alone', '".."'],
    ['of blanks', '"   "'],
    ['that turns around', '"invoice\u202efdp.exe"'],
    ['with a NUL', '"a.png\u0000.html"'],
    ['with a half of a letter', Buffer.from([0x22, 0x61, 0xed, 0xa0, 0x80, 0x22]).toString('latin1')],
    ['with a stream', '"a.png:evil.exe:$DATA"'],
    ['with markup', '"<img src=x onerror=alert(1)>.png"'],
    ['that ends its own quotation', '"a\\"; filename=\\"evil.html"'],
    ['that is said twice', '"a.png"; filename="evil.html"'],
    ['that is said in two ways', '"a.png"; filename*=UTF-8\'\'..%2F..%2Fevil.html'],
  ])('%s', async (_, name) => {
    const answer = await upload(name)
    if (answer.status !== 201) {
      expect(answer.status).toBe(400)
      return
    }
    const said = nameOf(answer)
    expect(said.length).toBeGreaterThan(0)
    expect(Array.from(said).length).toBeLessThanOrEqual(200)
    expect(said).not.toMatch(/[/\\\u0000-\u001f\u202a-\u202e\u2066-\u2069]/)
    expect(said.isWellFormed()).toBe(true)
    expect(said).not.toMatch(/^\.*$/)
    // On the disk nothing is called so, and headers stay one line each.
    expect(await readdir(join(shop.dataDir, 'files', idOf(answer)))).toEqual(['content'])
    const header = await headerOf(idOf(answer))
    expect(header).toMatch(
      /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*$/,
    )
  })

  test('with a line break begin no header of the answer', async () => {
    for (const line of ['a.png\r\nset-cookie: evil=1', 'a.png\nset-cookie: evil=1']) {
      const answer = await upload(`"${line}"`)
      if (answer.status !== 201) {
        expect(answer.status).toBe(400)
        continue
      }
      const { headers } = await shop.send('GET', `/files/${idOf(answer)}/download`, { token: customer })
      expect(headers['set-cookie']).toBeUndefined()
      expect(nameOf(answer)).not.toMatch(/[\r\n]/)
    }
  })
})

describe('forms that are written by hand', () => {
  test.each<[string, () => Promise<[Buffer | string, string?]>]>([
    [
      'a form within a form',
      async () => [
        form(
          Buffer.concat([
            Buffer.from('--b2\r\n'),
            form(await png()).subarray(5, -9),
            Buffer.from('\r\n--b2--'),
          ]),
          'content-disposition: form-data; name="file"\r\ncontent-type: multipart/mixed; boundary=b2',
        ),
      ],
    ],
    [
      'a file in base64',
      async () => [
        form(
          Buffer.from((await png()).toString('base64')),
          'content-disposition: form-data; name="file"; filename="a.png"\r\ncontent-transfer-encoding: base64',
        ),
      ],
    ],
    ['an empty boundary', async () => [form(await png()), 'multipart/form-data; boundary=']],
    [
      'a boundary of 5,000 letters',
      async () => [form(await png()), `multipart/form-data; boundary=${'b'.repeat(5_000)}`],
    ],
    ['another boundary', async () => [form(await png()), 'multipart/form-data; boundary=c']],
    ['two boundaries', async () => [form(await png()), 'multipart/form-data; boundary=c; boundary=d']],
    [
      'no heading',
      async () => [Buffer.concat([Buffer.from('--b\r\n\r\n'), await png(), Buffer.from('\r\n--b--\r\n')])],
    ],
    [
      'a name of another field',
      async () => [form(await png(), 'content-disposition: form-data; name="picture"; filename="a.png"')],
    ],
    [
      'a name that reaches inside',
      async () => [form(await png(), 'content-disposition: form-data; name="file[bytes]"; filename="a.png"')],
    ],
    ['no parts', () => Promise.resolve(['--b--\r\n'])],
    ['nothing', () => Promise.resolve([''])],
    ['only the beginning of a boundary', () => Promise.resolve(['--'])],
    ['a file without an end', async () => [form(await png()).subarray(0, -8)]],
  ])('%s', async (_, make) => {
    const before = await readdir(join(shop.dataDir, 'files'))
    const [body, type] = await make()
    const answer = await post(body, type)
    expect([400, 413, 415]).toContain(answer.status)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.text).not.toMatch(/busboy|at .*\.(js|ts):\d|node_modules/i)
    expect(await readdir(join(shop.dataDir, 'files'))).toEqual(before)
  })

  test('a file in which a boundary seems to stand is cut there, and is no picture then', async () => {
    const file = await png()
    const cut = Buffer.concat([file.subarray(0, 40), Buffer.from('\r\n--b\r\n'), file.subarray(40)])
    expect((await post(form(cut))).status).toBe(400)
  })
})
