import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSigned, signatureOf } from '../sandbox/signature.ts'

const secret = Buffer.alloc(32, 1)
const now = new Date('2026-03-01T12:00:00Z')
const seconds = now.getTime() / 1000

test('a signature belongs to one text, one time and one key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (body, other) => {
      const header = signatureOf(secret, body, seconds)
      expect(isSigned(secret, body, header, now)).toBe(true)
      if (Buffer.from(other).equals(Buffer.from(body))) return
      expect(isSigned(secret, other, header, now)).toBe(false)
      expect(isSigned(Buffer.alloc(32, 2), body, header, now)).toBe(false)
      expect(isSigned(secret, body, header.replace(/t=\d+/, `t=${String(seconds + 1)}`), now)).toBe(false)
    }),
  )
})

test('it holds for five minutes in both directions', () => {
  const signed = (at: number) => isSigned(secret, 'x', signatureOf(secret, 'x', at), now)
  expect([seconds - 300, seconds, seconds + 300].map(signed)).toEqual([true, true, true])
  expect([seconds - 301, seconds + 301, 0].map(signed)).toEqual([false, false, false])
})

test('anything else is not a signature', () => {
  fc.assert(fc.property(fc.string(), (header) => !isSigned(secret, 'x', header, now)))
  const good = signatureOf(secret, 'x', seconds)
  const wrong = [undefined, '', good.toUpperCase(), `${good} `, `${good},v1=00`, good.replace('v1', 'v0')]
  for (const header of wrong) expect(isSigned(secret, 'x', header, now), String(header)).toBe(false)
})
