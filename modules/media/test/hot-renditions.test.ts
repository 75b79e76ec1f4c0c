import { expect, test } from 'vitest'
import { hotRenditions } from '../hot-renditions.ts'

const bytes = (length: number): Buffer<ArrayBuffer> => Buffer.alloc(length)

test('what is asked for is kept a minute, however often it is asked for', () => {
  let now = 0
  const hot = hotRenditions(1_000, () => now)
  hot.put('a', '320.webp', bytes(100))
  for (now = 0; now <= 60_000; now += 20_000) expect(hot.get('a', '320.webp')).toHaveLength(100)
  expect(hot.get('a', '320.webp')).toBeUndefined()
  hot.put('a', '320.webp', bytes(100))
  expect(hot.get('a', '320.webp')).toHaveLength(100)
})

test('the least recently used goes first, and what is too large is not kept', () => {
  const hot = hotRenditions(800, () => 0)
  for (let id = 0; id < 8; id++) hot.put(String(id), 'x', bytes(100))
  hot.get('0', 'x')
  hot.put('9', 'x', bytes(100))
  expect(hot.get('1', 'x')).toBeUndefined()
  expect(hot.get('0', 'x')).toBeDefined()
  hot.put('large', 'x', bytes(101))
  expect(hot.get('large', 'x')).toBeUndefined()
})

test('a picture that is gone is forgotten at all its widths', () => {
  const hot = hotRenditions(1_000, () => 0)
  for (const name of ['320.webp', '640.avif']) hot.put('a', name, bytes(10))
  hot.put('b', '320.webp', bytes(10))
  hot.drop('a')
  expect([hot.get('a', '320.webp'), hot.get('a', '640.avif')]).toEqual([undefined, undefined])
  expect(hot.get('b', '320.webp')).toBeDefined()
})
