import { randomUUID } from 'node:crypto'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Route } from '@rampart/platform/http/route-table.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessMatrix } from '../support/access-matrix.ts'
import { type Account, type InProcessShop, openInProcessShop } from '../support/in-process-shop.ts'
import { pathWith } from '../support/requests.ts'
import { sampleInput } from '../support/sample-input.ts'
import { moveIn, putOnSale } from '../support/scenery.ts'

// Each command of the contracts, sent once with an input made from its schema by somebody who may: what changed
// something has left exactly one entry.

let shop: InProcessShop
const ids: Record<string, string> = {}
const people: Account[] = []

beforeAll(async () => {
  // Everything here comes from one address within a minute.
  shop = await openInProcessShop({ RATE_LIMITS: 'off' })
  const article = await putOnSale(shop)
  const [customer, owner] = [await shop.account('customer'), await shop.account('super_admin')]
  const things = await moveIn(shop, article, customer)
  Object.assign(ids, article, things)
  people.push(customer, owner)
})
afterAll(() => shop.close())

/** Takes the ground away under others: later, and what ends the session at the very end. */
const late = /requestErasure|changePassword|forget|disable|delete|archive|cancel/i
const last = /logout|end(Other)?Session/i
const turnOf = (name: string): number => (last.test(name) ? 2 : late.test(name) ? 1 : 0)

/** Commands that change nothing that the log is about. */
const leavesNone: Readonly<Record<string, string>> = {
  'cart.mergeCart': 'there is no second cart to merge',
  'checkout.completeCheckout': 'it only looks how far the purchase is',
  'identity.forgetAllDevices': 'no device is left to forget',
  'identity.startPasskeyRegistration': 'a challenge is no change yet; the passkey leaves the entry',
  'payments.approveSandboxPayment': 'the bank is not the shop; what it reports leaves the entry',
}

/** Commands that an input from the schema alone does not bring to their end: their own tests look at the entry. */
const notReached = new Set<string>([
  // Wants a role, a policy, an approval or a key that is there, or a permission that is known.
  'access.addPermissions',
  'access.approveApproval',
  'access.createPolicy',
  'access.declineApproval',
  'access.definePermission',
  'access.deletePolicy',
  'access.deleteRole',
  'access.grantRole',
  'access.proposeApproval',
  'access.removePermission',
  'access.revokeApiKey',
  'access.revokeRole',
  'access.rotateApiKey',
  'access.updatePolicy',
  'access.updateRole',
  'access.withdrawApproval',
  // Wants a secret, a code or a fresh proof that no schema tells, or ends what the others need.
  'identity.acceptExternalOffer',
  'identity.acceptInvitation',
  'identity.allowRecovery',
  'identity.assignRole',
  'identity.cancelEmailChange',
  'identity.changePassword',
  'identity.completeExternalSignIn',
  'identity.completePasskeyAuthentication',
  'identity.completePasskeyRegistration',
  'identity.confirmEmailChange',
  'identity.confirmTotp',
  'identity.decideRoleRequest',
  'identity.disableTotp',
  'identity.disownSignIn',
  'identity.endOtherSessions',
  'identity.endSession',
  'identity.endUserSessions',
  'identity.forcePasswordReset',
  'identity.forgetAllDevices',
  'identity.forgetDevice',
  'identity.lockUser',
  'identity.login',
  'identity.loginStaff',
  'identity.recoverStaff',
  'identity.refresh',
  'identity.register',
  'identity.resendInvitation',
  'identity.resendVerification',
  'identity.resetPassword',
  'identity.resetStaffPassword',
  'identity.setUpOwner',
  'identity.startExternalLink',
  'identity.startExternalSignIn',
  'identity.startPasskeyAuthentication',
  'identity.startSession',
  'identity.startStaffSession',
  'identity.stepUp',
  'identity.unlockPassword',
  'identity.unlockUser',
  'identity.verifyEmail',
  'identity.verifyMfa',
  'identity.verifyResetCode',
  'identity.verifyStaffResetCode',
  // Wants a thing in a certain state, such as a paid order, or a version that is the newest.
  'audit.exportEntries',
  'catalog.archiveProduct',
  'catalog.createCategory',
  'catalog.createProduct',
  'catalog.deleteCategory',
  'catalog.updateCategory',
  'catalog.updateProduct',
  'checkout.placeOrder',
  'customers.deleteAddress',
  'customers.requestErasure',
  'customers.requestExport',
  'oauth.decideConsent',
  'oauth.deleteClient',
  'oauth.rotateClientSecret',
  'oauth.updateClient',
  'orders.cancelOrder',
  'orders.updateStatus',
  'payments.declineSandboxPayment',
  'payments.refundOrder',
  'shipping.deleteMethod',
  'shipping.updateMethod',
])

/** That nobody else could have agreed to a call is an entry beside the call's own. */
async function entries(): Promise<number> {
  const { count } = await shop.db.one<{ count: number }>(sql`
    SELECT count(*) AS count FROM platform_events.events
    WHERE type = 'audit.entry-recorded.v1' AND payload->>'action' <> 'authz_approval_waived'`)
  return count
}

async function left(route: Route): Promise<number | null> {
  const may = accessMatrix[`${route.contract}.${route.name}`] ?? []
  for (const account of people) {
    if (!may.includes(account.role)) continue
    const input = sampleInput(route, (name) => ids[name] ?? randomUUID())
    const path = pathWith(route.path, (name) => {
      const value = input[name]
      Reflect.deleteProperty(input, name)
      return typeof value === 'string' ? value : (ids[name] ?? randomUUID())
    })
    const before = await entries()
    const body = route.method === 'DELETE' ? {} : { body: input }
    const { status } = await shop.send(route.method, path, { token: account.token, ...body })
    if (status < 300) return (await entries()) - before
  }
  return null
}

test('every command that is let through leaves exactly one entry', { timeout: 300_000 }, async () => {
  const commands = shop.routes.filter(
    ({ operation, http, name, contract }, index, all) =>
      operation.kind === 'command' &&
      http.body !== 'multipart' &&
      http.body !== 'raw' &&
      all.findIndex((other) => other.name === name && other.contract === contract) === index,
  )
  const ordered = [...commands].sort((a, b) => turnOf(a.name) - turnOf(b.name))
  const seen: Record<string, number> = {}
  const unreached: string[] = []
  for (const route of ordered) {
    const name = `${route.contract}.${route.name}`
    const count = await left(route)
    if (count === null) unreached.push(name)
    else if (count !== 1) seen[name] = count
  }
  // More may be reached than is said here, fewer not.
  expect(unreached.filter((name) => !notReached.has(name))).toEqual([])
  expect(seen).toEqual(Object.fromEntries(Object.keys(leavesNone).map((name) => [name, 0])))
  expect(commands.length - unreached.length).toBeGreaterThan(30)
})
