import process from 'node:process'
import { access } from '@rampart/contracts/access.ts'
import { audit } from '@rampart/contracts/audit.ts'
import { cart } from '@rampart/contracts/cart.ts'
import { catalog } from '@rampart/contracts/catalog.ts'
import { checkout } from '@rampart/contracts/checkout.ts'
import { customers } from '@rampart/contracts/customers.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { inventory } from '@rampart/contracts/inventory.ts'
import { media } from '@rampart/contracts/media.ts'
import { monitoring } from '@rampart/contracts/monitoring.ts'
import { notifications } from '@rampart/contracts/notifications.ts'
import { oauth } from '@rampart/contracts/oauth.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { payments } from '@rampart/contracts/payments.ts'
import { shipping } from '@rampart/contracts/shipping.ts'
import { templates } from '../policies/templates.ts'
import { exampleOf } from '../policies/write-template.ts'
import { actionsOf } from '@rampart/platform/policy/actions.ts'
import { compilePolicies } from '@rampart/platform/policy/compile.ts'
import { decide } from '@rampart/platform/policy/decide.ts'
import type { Facts } from '@rampart/platform/policy/facts.ts'

// Run by `npm run bench`: milliseconds for one decision, as JSON, see `bench/policies.ts`. Without HTTP and without a database.

const contracts = [
  access,
  audit,
  cart,
  catalog,
  checkout,
  customers,
  identity,
  inventory,
  media,
  monitoring,
  notifications,
  oauth,
  orders,
  payments,
  shipping,
]

const ROUNDS = 7
const CALLS = 3_000

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

const actions = actionsOf(contracts)
const sources = templates.map((template) => ({
  id: template.name,
  name: template.name,
  text: exampleOf(template),
}))
const seeded = compilePolicies(
  sources.filter(({ id }) => ['large-refunds', 'role-grants', 'new-staff'].includes(id)),
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
    if (seeded.concern('catalog.listProducts', 'Guest') !== null) throw new Error('A listing was concerned.')
  }),
}
seeded.release()
all.release()
process.stdout.write(JSON.stringify(result))

function time(calls: number, once: () => void): number {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now()
    for (let call = 0; call < calls; call += 1) once()
    // The first round warms up.
    if (round > 0) times.push((performance.now() - begin) / calls)
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN
}
