import { describe, expect, it } from 'vitest'
import { policiesInForce } from '../guard/policies-in-force.ts'

const text = (hour: number) => `forbid(principal, action, resource) when { context.hour < ${String(hour)} };`

function scene() {
  const state = { now: 0, revision: 1, asked: 0, gone: false, heard: () => undefined as unknown }
  const policies = policiesInForce({
    actions: new Map(),
    clock: () => state.now,
    fetch: async (known) => {
      await Promise.resolve()
      state.asked += 1
      if (state.gone) throw new Error('gone')
      const revision = String(state.revision)
      const items = [{ id: 'a', name: 'a', text: text(state.revision) }]
      return { revision, items: known === revision ? null : items }
    },
    hear: (changed) => {
      state.heard = changed
      return Promise.resolve()
    },
  })
  return { state, policies }
}

describe('what is known of policies', () => {
  it('is asked for once, and is the same set while nothing changes', async () => {
    const { state, policies } = scene()
    expect(policies.peek()).toBeNull()
    const sets = await Promise.all([policies.get(), policies.get(), policies.get()])
    const { asked } = state
    expect(new Set(sets).size).toBe(1)
    expect(policies.peek()).toBe(sets[0])
    expect(state.asked).toBe(asked)
    state.now = 1_000
    expect(policies.peek()).toBeNull()
    expect(await policies.get()).toBe(sets[0])
  })

  it('is looked at again beside before it is too old', async () => {
    const { state, policies } = scene()
    const first = await policies.get()
    state.revision = 2
    state.now = 600
    expect(policies.peek()).toBe(first)
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(policies.peek()).not.toBe(first)
    state.now = 1_500
    expect(policies.peek()).not.toBeNull()
  })

  it('is forgotten when somebody says it changed, also while it is being read', async () => {
    const { state, policies } = scene()
    await policies.get()
    state.heard()
    expect(policies.peek()).toBeNull()
    const reading = policies.get()
    await Promise.resolve()
    state.revision = 3
    state.heard()
    await reading
    const { asked } = state
    expect(policies.peek()).toBe(await policies.get())
    expect(asked).toBeGreaterThan(2)
  })

  it('is not made up where nobody answers', async () => {
    const { state, policies } = scene()
    const first = await policies.get()
    state.gone = true
    state.now = 2_000
    expect(policies.peek()).toBeNull()
    await expect(policies.get()).rejects.toThrow('gone')
    expect(policies.last()).toBe(first)
    state.gone = false
    expect(await policies.get()).toBe(first)
  })
})
