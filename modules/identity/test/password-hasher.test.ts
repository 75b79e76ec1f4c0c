import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { passwordHasher } from '../password-hasher.ts'

const pepper = Buffer.alloc(32, 1)
const hasher = passwordHasher(pepper)

test('a hash says how it was made, and only the password and the pepper together fit it', async () => {
  const stored = await hasher.hash('correct horse battery staple')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await hasher.verify(stored, 'correct horse battery staple')).toBe(true)
  expect(await hasher.verify(stored, 'Correct horse battery staple')).toBe(false)
  expect(await passwordHasher(Buffer.alloc(32, 2)).verify(stored, 'correct horse battery staple')).toBe(false)
  expect(await hasher.hash('correct horse battery staple')).not.toBe(stored)
})

test('without an account nothing fits', async () => {
  for (const password of ['', 'x', 'correct horse battery staple']) {
    expect(await hasher.verify(null, password)).toBe(false)
  }
})

test('a password typed on another keyboard fits', async () => {
  expect(
    await hasher.verify(
      await hasher.hash('Zo\u00eb’s caf\u00e9 password'),
      'Zoe\u0308’s cafe\u0301 password',
    ),
  ).toBe(true)
})

test('a hash with other parameters is outdated', async () => {
  expect(hasher.isOutdated(await hasher.hash('x'))).toBe(false)
  expect(
    hasher.isOutdated(await hash('x', { memoryCost: 8_192, timeCost: 2, parallelism: 1, secret: pepper })),
  ).toBe(true)
})

test('a burst waits its turn in bounded memory, and a flood is told to come back', async () => {
  const small = passwordHasher(pepper, 100)
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5)
  const settled = await Promise.allSettled(Array.from({ length: 150 }, () => small.verify(null, 'x')))
  clearInterval(watch)
  const refused = settled.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(150 - 102)
  expect(refused[0]?.reason).toMatchObject({ code: 'UNAVAILABLE', status: 503 })
  // 150 at once would take 2.8 GiB.
  expect(peak - before).toBeLessThan(200 * 1_048_576)
  expect(await hasher.verify(null, 'x')).toBe(false)
})
