// Some proxies write the port of each connection behind the address. Seen to fail while it was read as a part of the address:
// whoever opened a new connection was somebody new to every limit.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type InProcessShop, openInProcessShop } from '../support/in-process-shop.ts'

let shop: InProcessShop
beforeAll(async () => {
  shop = await openInProcessShop({ RATE_LIMITS: 'on', TRUST_PROXY: '127.0.0.1' })
})
afterAll(() => shop.close())

/** How a sign-in from an address ends that a trusted proxy has written down. */
async function signIn(forwarded: string): Promise<number> {
  const headers = { 'x-forwarded-for': forwarded }
  return (await shop.send('POST', '/auth/staff/login', { body: {}, headers })).status
}

test.each([
  ['IPv4', (port: number) => `203.0.113.9:${String(port)}`],
  ['IPv6', (port: number) => `[2001:db8::9]:${String(port)}`],
  [
    'IPv4 (behind what the caller wrote)',
    (port: number) => `192.0.2.${String(port % 250)}, 203.0.113.10:${String(port)}`,
  ],
])('a port behind an %s address makes nobody new', async (_what, written) => {
  const statuses = new Set<number>()
  for (let port = 40_000; port < 40_130; port += 1) statuses.add(await signIn(written(port)))
  expect([...statuses]).toEqual([400, 429])
})
