import { expect, test, vi } from 'vitest'
import { indexCache } from '../index-cache.ts'

const at = (seconds: number): Date => new Date(1_800_000_000_000 + seconds * 1_000)

test('an answer is kept for its seconds, whatever the index does', async () => {
  const cached = indexCache(5, 10)
  const ask = vi.fn<() => Promise<number>>().mockResolvedValueOnce(1).mockResolvedValueOnce(2)
  expect(await cached('q', at(0), 'a', ask)).toBe(1)
  expect(await cached('q', at(4.9), 'b', ask)).toBe(1)
  expect(await cached('q', at(5), 'b', ask)).toBe(2)
})

test('and up to a minute while the index stands as it did', async () => {
  const cached = indexCache(5, 10)
  const ask = vi.fn<() => Promise<number>>().mockResolvedValueOnce(1).mockResolvedValueOnce(2)
  await cached('q', at(0), 'a', ask)
  expect(await cached('q', at(59.9), 'a', ask)).toBe(1)
  expect(await cached('q', at(60), 'a', ask)).toBe(2)
})

test('where nobody can tell how the index stands, only the seconds count', async () => {
  const cached = indexCache(5, 10)
  const ask = vi.fn<() => Promise<number>>().mockResolvedValueOnce(1).mockResolvedValueOnce(2)
  await cached('q', at(0), null, ask)
  expect(await cached('q', at(5), null, ask)).toBe(2)
})

test('who asks meanwhile waits for the same answer; a failure is not kept', async () => {
  const cached = indexCache(5, 10)
  const ask = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce(2)
  const both = [cached('q', at(0), 'a', ask), cached('q', at(0), 'a', ask)]
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await cached('q', at(0), 'a', ask)).toBe(2)
  expect(ask).toHaveBeenCalledTimes(2)
})

test('what was not wanted for longest makes room', async () => {
  const cached = indexCache(5, 2)
  const ask = (value: string) => () => Promise.resolve(value)
  await cached('one', at(0), 'a', ask('1'))
  await cached('two', at(0), 'a', ask('2'))
  await cached('one', at(1), 'a', ask('again'))
  await cached('three', at(1), 'a', ask('3'))
  expect(await cached('one', at(2), 'a', ask('anew'))).toBe('1')
  expect(await cached('two', at(2), 'a', ask('anew'))).toBe('anew')
})
