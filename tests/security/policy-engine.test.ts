// Texts that the engine breaks on. Seen to fail before an engine that broke off was let go of: from the first of them on,
// this process refused whatever a policy concerned, and could not save or try a policy any more.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Account, type InProcessShop, openInProcessShop } from '../support/in-process-shop.ts'

let shop: InProcessShop
let owner: Account
beforeAll(async () => {
  shop = await openInProcessShop()
  owner = await shop.account('super_admin')
  await shop.account('super_admin')
})
afterAll(() => shop.close())

const forbidWhen = (condition: string): string =>
  `forbid (principal is Staff, action, resource) when { ${condition} };`

async function simulate(text: string): Promise<unknown[]> {
  const options = { token: owner.token, body: { policy: { text } } }
  const { status, body } = await shop.send('POST', '/rbac/policies/simulate', options)
  return [status, body['code']]
}

async function refundAsEver(): Promise<void> {
  const options = { token: owner.token, body: { amount: '900.00' } }
  const { body } = await shop.send('POST', `/orders/${randomUUID()}/refunds`, options)
  expect(body['code']).toBe('APPROVAL_REQUIRED')
}

test.each([
  ['brackets in brackets', forbidWhen(`${'('.repeat(5_000)}context.fresh${')'.repeat(5_000)}`)],
  ['lists in lists', forbidWhen(`${'['.repeat(300)}1${']'.repeat(300)} == [1]`)],
  ['brackets behind what looks like text', forbidWhen(`"\\")" == "" || ${'('.repeat(5_000)}`)],
  ['a long path', forbidWhen(`context${'.a'.repeat(5_000)}`)],
  ['a long sum', forbidWhen(`${'1+'.repeat(9_000)}1 == 2`)],
  ['many conditions', `forbid (principal is Staff, action, resource) ${'when {context.fresh}'.repeat(900)};`],
  ['a long chain', forbidWhen(Array(1_300).fill('context.fresh').join('&&'))],
])('%s are refused, and nobody else notices', async (_what, text) => {
  expect(await simulate(text)).toEqual([400, 'ACCESS_POLICY_INVALID'])
  await refundAsEver()
  expect(await simulate(forbidWhen('context.fresh'))).toEqual([200, undefined])
})
