import { expect, test } from 'vitest'
import { shortCache } from '../short-cache.ts'

const at = (seconds: number) => new Date(seconds * 1_000)

test('asks once for a burst, again when the time is over, and keeps no failure', async () => {
  const cached = shortCache(5, 10)
  let asked = 0
  const ask = async () => ++asked
  expect(await Promise.all([cached('a', at(0), ask), cached('a', at(1), ask)])).toEqual([1, 1])
  expect(await cached('a', at(4.9), ask)).toBe(1)
  expect(await cached('a', at(5), ask)).toBe(2)
  await expect(cached('b', at(0), () => Promise.reject(new Error('down')))).rejects.toThrow('down')
  expect(await cached('b', at(0), ask)).toBe(3)
})

test('keeps no more answers than it may', async () => {
  const cached = shortCache(5, 2)
  let asked = 0
  const ask = async () => ++asked
  for (const key of ['a', 'b', 'c']) await cached(key, at(0), ask)
  expect(await cached('c', at(0), ask)).toBe(3)
  expect(await cached('a', at(0), ask)).toBe(4)
})
