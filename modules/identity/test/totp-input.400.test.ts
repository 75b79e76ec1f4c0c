import { afterAll, beforeAll, expect, test } from 'vitest'
import { totpScene } from './totp-scene.ts'

let scene: Awaited<ReturnType<typeof totpScene>>
beforeAll(async () => {
  scene = await totpScene()
  await scene.account()
})
afterAll(() => scene.h.close())

const mfa_token = 'x'.repeat(43)

test.each([
  ['no code', { mfa_token }],
  ['two codes', { mfa_token, code: '123456', backup_code: 'AAAAAAAA' }],
  ['five digits', { mfa_token, code: '12345' }],
  ['letters', { mfa_token, code: 'abcdef' }],
  ['digits of another script', { mfa_token, code: '١٢٣٤٥٦' }],
  ['a code as a number', { mfa_token, code: 123456 }],
  ['a long backup code', { mfa_token, backup_code: 'A'.repeat(21) }],
  ['a code by mail that is none', { mfa_token, email_code: '12 34' }],
  ['no token', { code: '123456' }],
  ['a field nobody knows', { mfa_token, code: '123456', account_id: 'x' }],
])('the second step is refused with %s', async (_what, input) => {
  await expect(scene.verify(input)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', status: 400 })
})

test.each([
  ['confirmTotp', {}],
  ['confirmTotp', { code: '12345a' }],
  ['setUpTotp', { secret: 'JBSWY3DPEHPK3PXP' }],
  ['forgetDevice', { device_id: 'mine' }],
])('%s refuses %j', async (operation, input) => {
  const principal = await scene.byPassword()
  await expect(scene.h.call(operation, input, { principal })).rejects.toMatchObject({ status: 400 })
})

test('spaces in a typed code are forgiven', async () => {
  await expect(scene.verify({ mfa_token, code: '123 456' })).rejects.toMatchObject({
    code: 'IDENTITY_SIGN_IN_EXPIRED',
  })
})
