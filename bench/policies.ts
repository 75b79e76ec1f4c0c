import { modules } from '../apps/server/modules.ts'
import { templates } from '../modules/access/policies/templates.ts'
import { exampleOf } from '../modules/access/policies/write-template.ts'
import { actionsOf } from '../platform/policy/actions.ts'
import { compilePolicies } from '../platform/policy/compile.ts'
import { decide } from '../platform/policy/decide.ts'
import type { Facts } from '../platform/policy/facts.ts'
import { median } from './load.ts'

const ROUNDS = 7
const CALLS = 3_000

/** Milliseconds each. */
export type PolicyResult = {
  /** One call, by the one policy that concerns it. */
  readonly decision: number
  /** One call, with every template in force: six of them concern it. */
  readonly several: number
  /** The same call again. */
  readonly again: number
  /** What a call costs that no policy in force concerns. */
  readonly unconcerned: number
}

const refund: Facts = {
  principal: 'Staff',
  id: '019c0000-0000-7000-8000-000000000001',
  resource: 'order/019c0000-0000-7000-8000-000000000002',
  permitted: true,
  fresh: true,
  approved: true,
  role: 'manager',
  roles: ['manager'],
  priority: 60,
  factors: ['password', 'passkey'],
  device_known: true,
  risk: 'low',
  ip: '192.0.2.7',
  country: 'DE',
  at: new Date('2026-03-04T12:00:00Z'),
  amount: 60_000,
  granted_role: null,
}

/** Decisions by the templates' own policies, without HTTP and without a database. */
export function measurePolicies(): PolicyResult {
  const actions = actionsOf(modules.map(({ contract }) => contract))
  const sources = templates.map((template) => ({
    id: template.name,
    name: template.name,
    text: exampleOf(template),
  }))
  const seeded = compilePolicies(
    sources.filter(({ id }) => id === 'large-refunds' || id === 'role-grants'),
    actions,
  )
  // The last template closes this operation to a role that the caller has not.
  const all = compilePolicies(sources, actions)
  const name = 'payments.refundOrder'
  let asked = 0
  const timeOf = (set: typeof all, seen = false): number =>
    time(CALLS, () => {
      // What was asked before is answered from memory.
      const facts = seen ? refund : { ...refund, resource: `order/${String((asked += 1))}` }
      if (decide(set.concern(name, 'Staff'), facts).verdict !== 'allow')
        throw new Error('A refund was refused.')
    })
  const result = {
    decision: timeOf(seeded),
    several: timeOf(all),
    again: timeOf(all, true),
    unconcerned: time(CALLS * 1_000, () => {
      if (seeded.concern('catalog.listProducts', 'Guest') !== null)
        throw new Error('A listing was concerned.')
    }),
  }
  seeded.release()
  all.release()
  return result
}

function time(calls: number, once: () => void): number {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now()
    for (let call = 0; call < calls; call += 1) once()
    // The first round warms up.
    if (round > 0) times.push((performance.now() - begin) / calls)
  }
  return median(times)
}
