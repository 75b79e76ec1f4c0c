import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryStore } from '../memory-store.ts'
import { networkOf } from '../network.ts'
import { noCounts, shifted, used, waitMs } from '../window.ts'

// Planted bug: two weighted buckets, or one slot fewer, let more than the limit through within one window.
test('no window, wherever it begins, ever holds more than the limit', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 80 }),
      async (max, gaps) => {
        let moment = 1_700_000_000_000
        const store = memoryStore(() => moment)
        const accepted: number[] = []
        for (const gap of gaps) {
          moment += gap
          const [taken] = await store.take([{ key: 'k', amount: 1, windowSeconds: 10, max }])
          if (taken?.accepted === true) accepted.push(moment)
        }
        for (const [index, from] of accepted.entries()) {
          const beyond = accepted[index + max]
          if (beyond !== undefined) expect(beyond - from).toBeGreaterThanOrEqual(10_000)
        }
      },
    ),
  )
})

test('whoever waits as long as told gets in, and not much later than they had to', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 6, maxLength: 40 }),
      async (max, gaps) => {
        let moment = 1_700_000_000_000
        const store = memoryStore(() => moment)
        const ask = async () => (await store.take([{ key: 'k', amount: 1, windowSeconds: 10, max }]))[0]
        for (const gap of gaps) {
          moment += gap
          const taken = await ask()
          if (taken === undefined || taken.accepted) continue
          const wait = waitMs(taken.counts, { max, windowSeconds: 10, sinceSlotMs: taken.sinceSlotMs })
          expect(wait).toBeGreaterThan(0)
          expect(wait).toBeLessThanOrEqual(11_000)
          moment += wait
          expect((await ask())?.accepted).toBe(true)
        }
      },
    ),
  )
})

test('counts grow old slot by slot and are forgotten at last', () => {
  const counts = [3, 2, ...noCounts().slice(2)]
  expect(shifted(counts, 0)).toEqual(counts)
  expect(shifted(counts, 1).slice(0, 3)).toEqual([0, 3, 2])
  expect(used(shifted(counts, 9))).toBe(5)
  expect(used(shifted(counts, 10))).toBe(3)
  expect(used(shifted(counts, 11))).toBe(0)
  expect(used(shifted(counts, 1_000_000))).toBe(0)
  expect(shifted(counts, 3)).toHaveLength(11)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network)
})
