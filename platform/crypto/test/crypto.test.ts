import { describe, expect, it } from 'vitest'
import { newId } from '../ids.ts'
import { keyring } from '../keys.ts'
import { seal, unseal } from '../seal.ts'
import { randomToken, safeEqual } from '../tokens.ts'

describe('ids', () => {
  it('are UUIDv7, all different, in the order they were made', () => {
    const ids = Array.from({ length: 20_000 }, () => newId())
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual(ids)
    for (const id of ids.slice(0, 100))
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('keep their order when the clock steps back', () => {
    const later = newId(Date.now() + 5_000)
    expect(newId(Date.now()) > later).toBe(true)
  })
})

describe('keys', () => {
  const keys = keyring(Buffer.alloc(32, 1))

  it('are the same for one purpose and different for every other, and for every installation', () => {
    expect(keys.derive('a').equals(keys.derive('a'))).toBe(true)
    expect(keys.derive('a').equals(keys.derive('b'))).toBe(false)
    expect(keyring(Buffer.alloc(32, 2)).derive('a').equals(keys.derive('a'))).toBe(false)
  })

  it('are refused from a short secret', () => {
    expect(() => keyring(Buffer.alloc(31))).toThrow('32 bytes')
  })
})

describe('sealed data', () => {
  const key = keyring(Buffer.alloc(32, 3)).derive('seal')
  const sealed = seal(key, Buffer.from('secret'), 'row 1')

  it('opens with its key and its context', () => {
    expect(unseal(key, sealed, 'row 1').toString()).toBe('secret')
  })

  it('does not open in another place, with another key, or with one bit changed', () => {
    expect(() => unseal(key, sealed, 'row 2')).toThrow()
    expect(() => unseal(keyring(Buffer.alloc(32, 4)).derive('seal'), sealed, 'row 1')).toThrow()
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => unseal(key, changed, 'row 1')).toThrow()
    }
  })
})

describe('tokens', () => {
  it('are 32 random bytes in base64url', () => {
    expect(randomToken()).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(randomToken()).not.toBe(randomToken())
  })

  it('are compared whole', () => {
    const token = randomToken()
    expect(safeEqual(token, token)).toBe(true)
    expect(safeEqual(token, token.slice(0, -1))).toBe(false)
    expect(safeEqual('', token)).toBe(false)
  })
})
