import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtApp } from '../../apps/server/pages/built-app.ts'
import { type InProcessShop, openInProcessShop } from '../support/in-process-shop.ts'

const hasPages = builtApp('storefront', 'server') !== null && builtApp('storefront', 'client') !== null
if (!hasPages)
  console.info('The storefront is not built: its pages are not tried here (npm run setup builds it).')

describe.skipIf(!hasPages)('a page', () => {
  let shop: InProcessShop
  beforeAll(async () => {
    shop = await openInProcessShop()
    await shop.app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(() => shop.close())

  /** As the bytes stand, which other clients would put in order first. */
  function get(path: string): Promise<{ status: number; location: string }> {
    const { port } = shop.app.server.address() as AddressInfo
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path }, (answer) => {
        answer.resume()
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' })
      })
      sent.on('error', reject).end()
    })
  }

  // Planted bug: read as an address relative to the shop's, the first is none at all and the second another host.
  test.each([
    '//[',
    '//evil.example/account',
    '//evil.example:1x/',
    '/%',
    '/%00',
    '/p/%E0%A4%A',
    '/search?q=%00',
  ])('asked for at %s is no failure of ours, and leads nowhere else', async (path) => {
    const { status, location } = await get(path)
    expect(status).toBeLessThan(500)
    expect(location).not.toMatch(/evil/)
  })

  test('refuses a form in a content type that no form of the shop has', async () => {
    for (const type of [
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'text/plain',
      'application/json',
    ]) {
      const answer = await shop.app.inject({
        method: 'POST',
        url: '/cart',
        headers: { 'content-type': type },
        payload: '--x\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\nx\r\n--x--\r\n',
      })
      expect([400, 403, 415], type).toContain(answer.statusCode)
    }
  })
})
