import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type InProcessShop, openInProcessShop } from '../support/in-process-shop.ts'
import { multipartBody } from '../support/requests.ts'

let shop: InProcessShop
let customer: string
beforeAll(async () => {
  shop = await openInProcessShop()
  customer = (await shop.account('customer')).token
}, 120_000)
afterAll(() => shop.close())

async function uploaded(file: Buffer): Promise<string> {
  const sent = await shop.send('POST', '/files', { token: customer, ...multipartBody(file) })
  return String(sent.body['id'])
}

describe('downloads', () => {
  let id: string
  let whole: Buffer
  const get = (headers: Record<string, string> = {}, token: string | null = customer) =>
    shop.app.inject({
      url: `/api/v1/files/${id}/download`,
      headers: { ...headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    })
  beforeAll(async () => {
    let seed = 1
    const noise = Buffer.alloc(900 * 700 * 3).map(() => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      return seed >>> 24
    })
    const file = await sharp(noise, { raw: { width: 900, height: 700, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toBuffer()
    id = await uploaded(file)
    whole = await readFile(join(shop.dataDir, 'files', id, 'content'))
  })

  test('are kept, never run or shown as a page, and stay with who asked', async () => {
    const answer = await get()
    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload.equals(whole)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(whole.length),
      'content-disposition': 'attachment; filename="a.png"; filename*=UTF-8\'\'a.png',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'accept-ranges': 'bytes',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test('in part, and the parts are the whole', async () => {
    const size = whole.length
    const cuts = [0, 1, 100_000, 700_000, size - 1, size]
    const parts: Buffer[] = []
    for (let at = 0; at + 1 < cuts.length; at++) {
      const [first, last] = [cuts[at]!, cuts[at + 1]! - 1]
      const answer = await get({ range: `bytes=${first}-${last}` })
      expect(answer.statusCode).toBe(206)
      expect(answer.headers['content-range']).toBe(`bytes ${first}-${last}/${size}`)
      expect(answer.headers['content-length']).toBe(String(last - first + 1))
      parts.push(answer.rawPayload)
    }
    expect(Buffer.concat(parts).equals(whole)).toBe(true)
    expect((await get({ range: 'bytes=-10' })).rawPayload.equals(whole.subarray(-10))).toBe(true)
    expect((await get({ range: `bytes=${size - 3}-` })).rawPayload.equals(whole.subarray(-3))).toBe(true)
  })

  test('that ask for what is not there are told how much there is', async () => {
    const answer = await get({ range: `bytes=${whole.length}-` })
    expect(answer.statusCode).toBe(416)
    expect(answer.headers['content-range']).toBe(`bytes */${whole.length}`)
    expect(answer.json()).toMatchObject({ code: 'RANGE_NOT_SATISFIABLE' })
  })

  test.each([
    ['bytes=-0', 416],
    ['bytes=5-2', 200],
    ['bytes=-', 200],
    ['bytes=abc-def', 200],
    ['bytes=0-9,5-14', 200],
    ['bytes=0-,0-,0-', 200],
    ['bytes=-1,-2', 200],
    ['items=0-9', 200],
    ['bytes 0-9', 200],
    ['bytes=0x0-0x9', 200],
    ['bytes=1e3-2e3', 200],
    ['bytes=99999999999999999999999-', 200],
    ['bytes=0-99999999999999999999999', 200],
    ['bytes=0-999999999999999', 206],
    ['bytes=-999999999999999', 206],
    ['bytes=  0-9  ', 206],
    ['BYTES=0-9', 206],
  ])('asked for as %j send the whole, a part that is there, or nothing', async (range, status) => {
    const answer = await get({ range })
    expect(answer.statusCode).toBe(status)
    const sent = answer.rawPayload
    if (status === 200) expect(sent.equals(whole)).toBe(true)
    if (status !== 206) return
    const [, first, last, size] =
      /^bytes (\d+)-(\d+)\/(\d+)$/.exec(String(answer.headers['content-range'])) ?? []
    expect(Number(size)).toBe(whole.length)
    expect(sent.equals(whole.subarray(Number(first), Number(last) + 1))).toBe(true)
  })

  test('go on only where the bytes are the same, and are not repeated', async () => {
    const etag = String((await get()).headers.etag)
    expect((await get({ range: 'bytes=0-9', 'if-range': etag })).statusCode).toBe(206)
    for (const other of ['"other"', `W/${etag}`, 'Sat, 29 Oct 1994 19:43:31 GMT'])
      expect((await get({ range: 'bytes=0-9', 'if-range': other })).statusCode).toBe(200)
    expect((await get({ 'if-none-match': etag })).statusCode).toBe(304)
    expect((await get({ range: 'bytes=0-1,5-6' })).statusCode).toBe(200)
    expect((await get({ range: `bytes=${'0-0,'.repeat(2_000)}0-0` })).statusCode).toBe(200)
  })

  test('by HEAD tell the size and send nothing', async () => {
    const answer = await shop.app.inject({
      method: 'HEAD',
      url: `/api/v1/files/${id}/download`,
      headers: { authorization: `Bearer ${customer}`, range: 'bytes=0-9' },
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-length']).toBe(String(whole.length))
    expect(answer.rawPayload).toHaveLength(0)
  })

  test('are nobody else’s, whole or in part', async () => {
    const other = (await shop.account('customer')).token
    for (const token of [other, (await shop.account('seller')).token, null])
      for (const headers of [
        {},
        { range: 'bytes=0-9' },
        { range: 'bytes=99999999-' },
        { 'if-none-match': '*' },
      ])
        expect((await get(headers, token)).statusCode).toBe(404)
  })
})
