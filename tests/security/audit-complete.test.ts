import { randomUUID } from 'node:crypto'
import { identity } from '@rampart/contracts/identity.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Route } from '@rampart/platform/http/route-table.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessMatrix } from '../support/access-matrix.ts'
import type { Errand, Stage } from '../support/errands.ts'
import { errandsOfAccounts } from '../support/errands-of-accounts.ts'
import { errandsOfPayments } from '../support/errands-of-payments.ts'
import { errandsOfPricing } from '../support/errands-of-pricing.ts'
import { errandsOfReturns } from '../support/errands-of-returns.ts'
import { errandsOfReviews } from '../support/errands-of-reviews.ts'
import { errandsOfStaff } from '../support/errands-of-staff.ts'
import { errandsOfStock } from '../support/errands-of-stock.ts'
import { errandsOfTransfers } from '../support/errands-of-transfers.ts'
import { errandsOfWishes } from '../support/errands-of-wishes.ts'
import { type Account, type InProcessShop, openInProcessShop } from '../support/in-process-shop.ts'
import { type OpenidProvider, openOpenidProvider } from '../support/openid-provider.ts'
import { pathWith } from '../support/requests.ts'
import { sampleInput } from '../support/sample-input.ts'
import { moveIn, putOnSale } from '../support/scenery.ts'
import { newPassword } from '../support/shop-server.ts'

// Each command of the contracts, sent once by somebody who may: what changed something has left exactly one entry. Most
// are sent with an input made from their schema; what wants a ground first is an errand of tests/support/errands*.ts.

let provider: OpenidProvider
let stage: Stage
let setUpLeft: readonly string[]
let shop: InProcessShop
const ids: Record<string, string> = {}
const people: Account[] = []

beforeAll(async () => {
  provider = await openOpenidProvider()
  // Everything here comes from one address within a minute.
  shop = await openInProcessShop({
    ...provider.variables,
    RATE_LIMITS: 'off',
    // A port that nothing is asked at.
    STRIPE_STAND_IN: 'http://127.0.0.1:1',
  })
  setUpLeft = await setUpOwner()
  const article = await putOnSale(shop)
  const [customer, owner] = [await shop.account('customer'), await shop.account('super_admin')]
  const things = await moveIn(shop, article, customer)
  Object.assign(ids, article, things)
  people.push(customer, owner)
  const [peer, clerk] = [await shop.account('super_admin'), await shop.account('manager')]
  stage = { shop, provider, article, owner, peer, clerk, chief: await shop.account('manager') }
})
afterAll(async () => {
  await shop.close()
  await provider.close()
})

/** Takes the ground away under others: later, and what ends the session at the very end. */
const late = /requestErasure|changePassword|forget|disable|delete|archive|cancel/i
const last = /logout|end(Other)?Session/i
const turnOf = (name: string): number => (last.test(name) ? 2 : late.test(name) ? 1 : 0)

/** Commands that change nothing that the log is about. */
const leavesNone: Readonly<Record<string, string>> = {
  'cart.mergeCart': 'there is no second cart to merge',
  'checkout.completeCheckout': 'it only looks how far the purchase is',
  'identity.startExternalLink': 'it sends the browser away; who comes back leaves the entry',
  'identity.startExternalSignIn': 'it sends the browser away; who comes back leaves the entry',
  'identity.startPasskeyAuthentication': 'a challenge is no change yet; the sign-in leaves the entry',
  'identity.startPasskeyRegistration': 'a challenge is no change yet; the passkey leaves the entry',
  'recommendations.rememberView': 'the log would be a memory that customers cannot switch off',
  'payments.approveSandboxPayment': 'the bank is not the shop; what it reports leaves the entry',
  'payments.declineSandboxPayment': 'the bank is not the shop; what it reports leaves the entry',
}

/** Commands that call another one, which leaves an entry of its own: the actions of both. */
const leavesMore: Readonly<Record<string, readonly string[]>> = {
  'access.grantRole': ['authz_approval_used', 'authz_change'],
  'customers.moveWishToCart': ['cart.item-added', 'customers.wish_moved_to_cart'],
  'customers.requestErasure': ['customers.erasure_requested', 'user_deleted'],
  'identity.assignRole': ['authz_approval_used', 'authz_change'],
  'identity.decideRoleRequest': ['authz_approval_used', 'authz_request_refused'],
  'identity.inviteStaff': ['authz_approval_used', 'user_created'],
  'identity.setAvatar': ['media.picture-stored', 'user_updated'],
  'reviews.addReviewPhoto': ['media.file-stored', 'reviews.photo-added'],
}

/** Commands that nothing here brings to their end, and where their entry is looked at instead. */
const notReached: Readonly<Record<string, string>> = {
  'identity.completePasskeyAuthentication':
    'wants an authenticator: modules/identity/test/passkeys.200.test.ts',
  'identity.completePasskeyRegistration':
    'wants an authenticator: modules/identity/test/passkeys.200.test.ts',
  'payments.confirmStripePayment': 'wants an account at Stripe: modules/payments/test/stripe.200.test.ts',
  'payments.verifyRazorpayPayment':
    'wants an account at Razorpay: modules/payments/test/razorpay.200.test.ts',
  'reviews.removeReviewPhoto':
    'media throws the photo away in its own time, with its own entry: modules/reviews/test/photos.test.ts',
  'identity.setUpOwner': 'only while there is no owner: below, in a test of its own',
}

/** The actions of all entries so far. */
async function entries(): Promise<readonly string[]> {
  const rows = await shop.db.many<{ action: string }>(sql`
    SELECT payload ->> 'action' AS action FROM platform_events.events
    WHERE type = 'audit.entry-recorded.v1' ORDER BY id`)
  return rows.map(({ action }) => action)
}

function expectEntries(name: string, left: readonly string[]): void {
  const more = leavesMore[name]
  if (more !== undefined) expect([...left].sort(), name).toEqual(more)
  else expect(left, name).toHaveLength(name in leavesNone ? 0 : 1)
}

async function left(route: Route): Promise<readonly string[] | null> {
  const may = accessMatrix[`${route.contract}.${route.name}`] ?? []
  for (const account of people) {
    if (!may.includes(account.role)) continue
    const input = sampleInput(route, (name) => ids[name] ?? randomUUID())
    const path = pathWith(route.path, (name) => {
      const value = input[name]
      Reflect.deleteProperty(input, name)
      return typeof value === 'string' ? value : (ids[name] ?? randomUUID())
    })
    const before = (await entries()).length
    const body = route.method === 'DELETE' ? {} : { body: input }
    const { status } = await shop.send(route.method, path, { token: account.token, ...body })
    if (status < 300) return (await entries()).slice(before)
  }
  return null
}

/** The first owner, of a shop that has none yet. Answers the entries that that left. */
async function setUpOwner(): Promise<readonly string[]> {
  const accounts = client(identity, shop.runtime.assembly.linkTo('identity'), 'server')
  const { token } = await accounts.issueSetupToken(backgroundContext(newId()), {})
  const before = (await entries()).length
  const body = { token, email: 'owner@example.com', full_name: 'The Owner', password: newPassword() }
  const { status, text } = await shop.send('POST', '/auth/setup', { body })
  expect(status, text).toBeLessThan(300)
  return (await entries()).slice(before)
}

const errands = {
  ...errandsOfStaff,
  ...errandsOfStock,
  ...errandsOfWishes,
  ...errandsOfAccounts,
  ...errandsOfReturns,
  ...errandsOfPayments,
  ...errandsOfReviews,
  ...errandsOfTransfers,
  ...errandsOfPricing,
}

const commands = (): Route[] =>
  shop.routes.filter(
    ({ operation, name, contract }, index, all) =>
      operation.kind === 'command' &&
      all.findIndex((other) => other.name === name && other.contract === contract) === index,
  )
const nameOf = ({ contract, name }: Route): string => `${contract}.${name}`

test.each(Object.keys(errands).sort())('%s leaves what it should', { timeout: 60_000 }, async (name) => {
  const send = await (errands[name] as Errand)(stage)
  const before = (await entries()).length
  const { status, text } = await send()
  expect(status, text).toBeLessThan(400)
  expectEntries(name, (await entries()).slice(before))
})

test('every other command that is let through leaves exactly one entry', { timeout: 300_000 }, async () => {
  const others = commands().filter((route) => !(nameOf(route) in errands))
  const unreached: string[] = []
  for (const route of [...others].sort((a, b) => turnOf(a.name) - turnOf(b.name))) {
    const entriesLeft = await left(route)
    if (entriesLeft === null) unreached.push(nameOf(route))
    else expectEntries(nameOf(route), entriesLeft)
  }
  // Neither more nor fewer: a new command is reached, is an errand, or says here why not.
  expect(unreached.sort()).toEqual(Object.keys(notReached).sort())
})

test('the first owner leaves one entry', () => {
  expectEntries('identity.setUpOwner', setUpLeft)
})

test('every name on the lists is that of a command', () => {
  const all = new Set(commands().map(nameOf))
  const named = [
    ...Object.keys(errands),
    ...Object.keys(leavesNone),
    ...Object.keys(leavesMore),
    ...Object.keys(notReached),
  ]
  expect(named.filter((name) => !all.has(name))).toEqual([])
})
