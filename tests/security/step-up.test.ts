import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextCode } from '../support/authenticator.ts'
import { type Account, type InProcessShop, openInProcessShop } from '../support/in-process-shop.ts'
import { sampleInput } from '../support/sample-input.ts'
import { multipartBody, pathWith } from '../support/requests.ts'

// Seen to fail: an operation that lost its `fresh`, a proof that counts for an hour.

let shop: InProcessShop
let owner: Account
let customer: Account
beforeAll(async () => {
  shop = await openInProcessShop()
  owner = await shop.account('super_admin')
  customer = await shop.account('customer')
})
afterAll(() => shop.close())

/** Makes every proof of everybody as old as this; what a process knows of sessions is a second old at most. */
async function age(seconds: number): Promise<void> {
  await shop.db.run(sql`
    UPDATE identity.sessions SET authenticated_at = now() - make_interval(secs => ${seconds})`)
  await sleep(1_100)
}

/** Written by hand: what nobody may do who left the browser alone for a while. */
const sensitive = [
  'identity.setUpTotp',
  'identity.disableTotp',
  'identity.regenerateBackupCodes',
  'identity.startPasskeyRegistration',
  'identity.revokePasskey',
  'identity.changePassword',
  'identity.requestEmailChange',
]

test('what changes how an account is signed in to asks for a fresh proof', () => {
  const fresh = shop.routes.filter(({ operation }) => operation.access.fresh === true)
  const names = fresh.map(({ contract, name }) => `${contract}.${name}`)
  expect(names).toEqual(expect.arrayContaining(sensitive))
})

test('a proof of ten minutes ago is none: 401, with the challenge of RFC 9470', async () => {
  await age(601)
  for (const route of shop.routes.filter(({ operation }) => operation.access.fresh === true)) {
    const { token } = route.operation.access.allow?.includes('customer') === true ? customer : owner
    const input = sampleInput(route, () => '01a1fdea-3803-7016-8816-3766745d417c')
    const path = pathWith(route.path, () => '01a1fdea-3803-7016-8816-3766745d417c')
    const body =
      route.http.body === 'multipart'
        ? multipartBody('x')
        : { body: route.method === 'DELETE' ? undefined : input }
    const answer = await shop.send(route.method, path, { token, ...body })
    expect([answer.status, answer.body['code']], route.name).toEqual([401, 'STEP_UP_REQUIRED'])
    expect(answer.headers['www-authenticate']).toBe(
      'Bearer error="insufficient_user_authentication", max_age="600"',
    )
  }
})

test('the password renews it where there is no second factor, and a code where there is one', async () => {
  await age(601)
  const renewed = expect.objectContaining({
    fresh_until: expect.stringMatching(/^\d{4}-/) as string,
  }) as object
  const proof = { password: customer.password }
  const byPassword = await shop.send('POST', '/auth/step-up', { token: customer.token, body: proof })
  expect([byPassword.status, byPassword.body]).toEqual([200, renewed])
  expect((await shop.send('POST', '/auth/mfa/setup', { token: customer.token, body: {} })).status).toBe(200)

  const { token, password, totp_secret } = owner
  const refused = await shop.send('POST', '/auth/step-up', { token, body: { password } })
  expect([refused.status, refused.body['code']]).toEqual([403, 'IDENTITY_FACTOR_NEEDED'])
  expect((await shop.send('POST', '/auth/mfa/setup', { token, body: {} })).status).toBe(401)
  const code = await nextCode(totp_secret ?? '')
  const byCode = await shop.send('POST', '/auth/step-up', { token, body: { code } })
  expect([byCode.status, byCode.body]).toEqual([200, renewed])
  expect((await shop.send('POST', '/auth/mfa/setup', { token, body: {} })).status).toBe(200)
})
