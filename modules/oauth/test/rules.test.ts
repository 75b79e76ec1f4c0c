import { describe, expect, it } from 'vitest'
import { nextKeyStart, signingOrder, worthlessKeys } from '../domain/key-plan.ts'
import { ANNOUNCE_MS, KEEP_KEY_MS, SIGNING_MS } from '../domain/lifetimes.ts'
import { addressFault, hostOf, policySource } from '../domain/redirect-uri.ts'

describe('an address to come back to', () => {
  it.each([
    ['web', 'https://app.example/callback'],
    ['web', 'https://app.example:8443/a/b?c=d'],
    ['spa', 'http://localhost:5173/'],
    ['spa', 'http://127.0.0.1/callback'],
    ['native', 'http://127.0.0.1/callback'],
    ['native', 'com.example.app:/callback'],
    ['native', 'com.example.app://callback'],
    ['native', 'https://app.example/callback'],
  ] as const)('of a %s app may be %s', (kind, address) => {
    expect(addressFault(kind, address)).toBeNull()
  })

  it.each([
    ['web', 'http://app.example/callback', 'scheme'],
    ['web', 'com.example.app:/callback', 'scheme'],
    ['spa', 'com.example.app:/callback', 'scheme'],
    ['native', 'myapp:/callback', 'scheme'],
    ['native', 'https://localhost/callback', 'scheme'],
    ['native', 'javascript:alert(1)', 'scheme'],
    ['native', 'data:text/html,x', 'scheme'],
    ['web', 'javascript:alert(1)', 'scheme'],
    ['web', 'http://192.168.1.4/callback', 'scheme'],
    ['web', 'http://127.0.0.1.evil.example/', 'scheme'],
    ['web', 'https://*.app.example/callback', 'wildcard'],
    ['web', 'https://app.example/*', 'wildcard'],
    ['web', 'https://app.example/callback#x', 'fragment'],
    ['web', 'https://app.example/callback#', 'fragment'],
    ['web', 'https://user:secret@app.example/', 'credentials'],
    ['web', 'https://app.example@evil.example/', 'credentials'],
    ['web', 'https://App.example/callback', 'spelling'],
    ['web', 'https://app.example', 'spelling'],
    ['web', 'https://app.example/a/../b', 'spelling'],
    ['web', 'https://app.example:443/', 'spelling'],
    ['web', 'https:app.example/', 'spelling'],
    ['web', 'https://app.example\\evil/', 'form'],
    ['web', 'https://app.example/a b', 'form'],
    ['web', 'https://bücher.example/', 'form'],
    ['web', "https://a;script-src'unsafe-inline'/", 'form'],
    ['web', 'https://a,b.example/', 'form'],
    ['web', 'http://[::1]/', 'form'],
    ['web', '/callback', 'form'],
    ['web', '//app.example/', 'form'],
    ['web', '', 'form'],
  ] as const)('of a %s app may not be %s', (kind, address, fault) => {
    expect(addressFault(kind, address)).toBe(fault)
  })

  it('is known by its host, or by the scheme of an installed app', () => {
    expect(hostOf('https://app.example:8443/callback')).toBe('app.example:8443')
    expect(hostOf('com.example.app:/callback')).toBe('com.example.app')
    expect(policySource('https://app.example:8443/callback?x=1')).toBe('https://app.example:8443')
    expect(policySource('http://127.0.0.1:49152/cb')).toBe('http://127.0.0.1:49152')
    expect(policySource('com.example.app:/callback')).toBe('com.example.app:')
  })
})

describe('signing keys', () => {
  const start = new Date('2026-01-01T00:00:00.000Z')
  const at = (ms: number) => new Date(start.getTime() + ms)
  const key = (kid: string, from: Date) => ({ kid, signs_from: from.toISOString() })

  it('begin at once when there is none', () => {
    expect(nextKeyStart([], start)).toEqual(start)
  })

  it('are followed by one that is published before it signs', () => {
    const first = key('a', start)
    expect(nextKeyStart([first], at(SIGNING_MS - ANNOUNCE_MS - 1))).toBeNull()
    const next = nextKeyStart([first], at(SIGNING_MS - ANNOUNCE_MS))
    expect(next).toEqual(at(SIGNING_MS))
    const keys = [first, key('b', next ?? start)]
    expect(signingOrder(keys, at(SIGNING_MS - 1)).map(({ kid }) => kid)).toEqual(['a', 'b'])
    expect(signingOrder(keys, at(SIGNING_MS)).map(({ kid }) => kid)).toEqual(['b', 'a'])
    expect(nextKeyStart(keys, at(SIGNING_MS))).toBeNull()
  })

  it('are published before they sign even when nobody looked for a year', () => {
    const late = at(400 * 86_400_000)
    expect(nextKeyStart([key('a', start)], late)).toEqual(new Date(late.getTime() + ANNOUNCE_MS))
  })

  it('are kept until nothing that they signed is of use', () => {
    const keys = [key('a', start), key('b', at(SIGNING_MS))]
    expect(worthlessKeys(keys, at(SIGNING_MS + KEEP_KEY_MS - 1))).toEqual([])
    expect(worthlessKeys(keys, at(SIGNING_MS + KEEP_KEY_MS))).toEqual(['a'])
    expect(worthlessKeys([key('a', start)], at(10 * SIGNING_MS))).toEqual([])
  })
})
