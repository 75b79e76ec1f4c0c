import { expect, test } from 'vitest'
import type { CounterStore } from '../counter-store.ts'
import { memoryStore } from '../memory-store.ts'
import { nearCounter } from '../near-counter.ts'

/** A store that says how often it was asked, and takes a while. */
function slowStore(now: () => number): CounterStore & { asked(): number } {
  const store = memoryStore(now)
  let asked = 0
  return {
    take: async (takings) => {
      asked += 1
      await new Promise((resolve) => setTimeout(resolve, 2))
      return store.take(takings)
    },
    close: () => store.close(),
    asked: () => asked,
  }
}

test('one process never lets more than the limit through, and asks the store a few times in all', async () => {
  const store = slowStore(Date.now)
  const near = nearCounter(store)
  let accepted = 0
  for (let round = 0; round < 3_000; round += 1) {
    const taken = near.take('k', 1_000, 60)
    if ((taken instanceof Promise ? await taken : taken).accepted) accepted += 1
  }
  expect(accepted).toBe(1_000)
  expect(store.asked()).toBeLessThan(25)
  await near.close()
})

// The bound that docs/edge.md promises: limit + (processes - 1) × limit / 10.
test.each([2, 4, 8])(
  '%i processes together let through a bounded part more than the limit',
  async (processes) => {
    const max = 500
    const store = slowStore(Date.now)
    const counters = Array.from({ length: processes }, () => nearCounter(store))
    const accepted = await Promise.all(
      counters.map(async (near) => {
        let own = 0
        for (let round = 0; round < max * 2; round += 1) {
          const taken = near.take('k', max, 60)
          if ((taken instanceof Promise ? await taken : taken).accepted) own += 1
          // Other processes run meanwhile, as real ones do.
          if (round % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
        }
        return own
      }),
    )
    const together = accepted.reduce((sum, own) => sum + own, 0)
    expect(together).toBeGreaterThanOrEqual(max * 0.8)
    expect(together).toBeLessThanOrEqual(max + ((processes - 1) * max) / 10)
    await Promise.all(counters.map((near) => near.close()))
  },
)

test('what one process let through is known to the others within the time between two syncs', async () => {
  const store = memoryStore()
  const [first, second] = [nearCounter(store, { syncMs: 20 }), nearCounter(store, { syncMs: 20 })]
  for (let round = 0; round < 99; round += 1) await first.take('k', 100, 60)
  await new Promise((resolve) => setTimeout(resolve, 60))
  const answers = []
  for (let round = 0; round < 20; round += 1) {
    const taken = second.take('k', 100, 60)
    answers.push((taken instanceof Promise ? await taken : taken).accepted)
  }
  expect(answers.filter(Boolean).length).toBeLessThanOrEqual(10)
  expect(answers.slice(10).some(Boolean)).toBe(false)
  await first.close()
  await second.close()
})

test('small limits are asked for one by one', async () => {
  const store = slowStore(Date.now)
  const near = nearCounter(store)
  for (let round = 0; round < 5; round += 1) expect(near.take('k', 5, 60)).toBeInstanceOf(Promise)
  await near.close()
})

test('counts open again as the window moves on', async () => {
  let moment = 1_700_000_000_000
  const near = nearCounter(
    memoryStore(() => moment),
    { now: () => moment },
  )
  const take = async () => (await near.take('k', 20, 10)).accepted
  const before = []
  for (let round = 0; round < 25; round += 1) before.push(await take())
  expect(before.filter(Boolean)).toHaveLength(20)
  moment += 9_900
  expect(await take()).toBe(false)
  moment += 1_100
  expect(await take()).toBe(true)
  await near.close()
})

test('the number of keys is bounded, and no untold count is lost by it', async () => {
  let moment = 1_700_000_000_000
  const store = memoryStore(() => moment)
  const near = nearCounter(store, { now: () => moment, mostKeys: 50 })
  for (let key = 0; key < 500; key += 1) {
    await near.take(`key-${String(key)}`, 100, 60)
    if (key % 40 === 0) await near.sync()
    moment += 1
  }
  await near.sync()
  const [taken] = await store.take([{ key: 'key-7', amount: 1, windowSeconds: 60, max: null }])
  expect(taken?.counts.reduce((sum, count) => sum + count, 0)).toBe(2)
  await near.close()
})
