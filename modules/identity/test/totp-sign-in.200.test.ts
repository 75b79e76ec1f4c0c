import type { CallOptions } from '@rampart/platform/testing/module-harness.ts'
import { randomToken } from '@rampart/platform/crypto/tokens.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EMAIL } from './scene.ts'
import { codeAt, totpScene } from './totp-scene.ts'

let scene: Awaited<ReturnType<typeof totpScene>>
let secret: string
let backupCodes: string[]
beforeEach(async () => {
  scene = await totpScene()
  await scene.account()
  const enrolled = await scene.enrol(await scene.idOf())
  secret = enrolled.secret
  backupCodes = enrolled.backup_codes
})
afterEach(() => scene.h.close())

const device_token = randomToken()

test('a browser that began gets its session, a program its tokens', async () => {
  const browser = await scene.signIn(EMAIL, 'startSession')
  const session = await scene.verify({ mfa_token: browser.mfa_token, code: codeAt(secret, scene.now()) })
  expect(session).toMatchObject({ audience: 'shop', account: { email: EMAIL, enrolment_required: false } })
  expect(await scene.who(session.session_token, 'session')).toMatchObject({
    authenticated_at: scene.now().getTime(),
  })
  scene.advance(30)
  const program = await scene.signIn()
  const pair = await scene.verify({ mfa_token: program.mfa_token, code: codeAt(secret, scene.now()) })
  expect(pair).toMatchObject({ token_type: 'bearer', expires_in: 900 })
  expect(await scene.entries('authn_login_success')).toMatchObject([
    { after: { method: 'password+totp' } },
    { after: { method: 'password+totp' } },
  ])
})

test.each([-30, 0, 30])('the code of %d seconds from now is good', async (seconds) => {
  const { mfa_token } = await scene.signIn()
  const moment = new Date(scene.now().getTime() + seconds * 1_000)
  expect(await scene.verify({ mfa_token, code: codeAt(secret, moment) })).toHaveProperty('access_token')
})

test('a backup code is good however it is typed, and its owner is told', async () => {
  const { mfa_token } = await scene.signIn()
  const [code = ''] = backupCodes
  const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4).replaceAll('0', 'o').replaceAll('1', 'l')}`
  await scene.verify({ mfa_token, backup_code: typed })
  expect(await scene.events('identity.factor-changed.v1')).toEqual([
    { account_id: await scene.idOf(), factor: 'backup_codes', change: 'used' },
  ])
})

test('a wrong code leaves the sign-in open', async () => {
  const { mfa_token } = await scene.signIn()
  await expect(scene.verify({ mfa_token, backup_code: 'AAAAAAAA' })).rejects.toMatchObject({ status: 401 })
  expect(await scene.verify({ mfa_token, code: codeAt(secret, scene.now()) })).toHaveProperty('access_token')
})

test('a device that was remembered skips the second factor for 30 days, and only that device', async () => {
  const { mfa_token } = await scene.signIn(EMAIL, 'login', { device_token })
  const code = codeAt(secret, scene.now())
  await scene.verify({ mfa_token, code, remember_device: true }, { device_token })
  expect(await scene.signIn(EMAIL, 'login', { device_token })).toHaveProperty('access_token')
  expect(await scene.signIn(EMAIL, 'login', { device_token: randomToken() })).toHaveProperty('mfa_token')
  scene.advance(30 * 86_400)
  expect(await scene.signIn(EMAIL, 'login', { device_token })).toHaveProperty('mfa_token')
})

test('the wish to be remembered may be given with the password', async () => {
  const credentials = { email: EMAIL, password: 'correct horse battery staple', remember_device: true }
  const { mfa_token }: { mfa_token: string } = await scene.h.call('login', credentials, { device_token })
  await scene.verify({ mfa_token, code: codeAt(secret, scene.now()) }, { device_token })
  expect(await scene.signIn(EMAIL, 'login', { device_token })).toHaveProperty('access_token')
})

test('a remembered device is no fresh proof', async () => {
  const { mfa_token } = await scene.signIn(EMAIL, 'login', { device_token })
  const code = codeAt(secret, scene.now())
  await scene.verify({ mfa_token, code, remember_device: true }, { device_token })
  const { access_token } = await scene.signIn(EMAIL, 'login', { device_token })
  const principal = await scene.who(access_token)
  await expect(scene.h.call('disableTotp', {}, { principal })).rejects.toMatchObject({
    code: 'STEP_UP_REQUIRED',
  })
})

test('remembered devices are listed, and forgotten one by one or all', async () => {
  const devices = [randomToken(), randomToken(), randomToken()]
  const agents = ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', '', '']
  let as: CallOptions = {}
  for (const [at, device] of devices.entries()) {
    const from = { device_token: device, user_agent: agents[at] ?? '' }
    const { mfa_token } = await scene.signIn(EMAIL, 'login', from)
    const proof = { mfa_token, backup_code: backupCodes[at], remember_device: true }
    as = { principal: await scene.who((await scene.verify(proof, from)).access_token) }
    scene.advance(1)
  }
  type Device = { id: string; device: string; current: boolean }
  const list = async (): Promise<Device[]> => {
    const here = { ...as, device_token: devices[0] ?? '' }
    const { items }: { items: Device[] } = await scene.h.call('listDevices', {}, here)
    return items
  }
  expect(await list()).toMatchObject([
    { current: false },
    { current: false },
    { device: 'Firefox on Linux', current: true },
  ])
  const first = (await list()).at(-1)
  await scene.h.call('forgetDevice', { device_id: first?.id }, as)
  expect(await scene.signIn(EMAIL, 'login', { device_token: devices[0] })).toHaveProperty('mfa_token')
  expect(await scene.signIn(EMAIL, 'login', { device_token: devices[1] })).toHaveProperty('access_token')
  await scene.h.call('forgetAllDevices', {}, as)
  expect(await list()).toEqual([])
  expect(await scene.signIn(EMAIL, 'login', { device_token: devices[1] })).toHaveProperty('mfa_token')
  expect(await scene.entries('authn_device_forgotten')).toHaveLength(2)
})

test('a change of factors forgets every remembered device and every sign-in that waits', async () => {
  const { mfa_token } = await scene.signIn(EMAIL, 'login', { device_token })
  const code = codeAt(secret, scene.now())
  const pair = await scene.verify({ mfa_token, code, remember_device: true }, { device_token })
  const waiting = await scene.signIn()
  const principal = await scene.who(pair.access_token)
  scene.advance(30)
  const again = await scene.setUp(principal)
  expect(await scene.signIn(EMAIL, 'login', { device_token })).toHaveProperty('mfa_token')
  const proof = { mfa_token: waiting.mfa_token, backup_code: again.backup_codes[0] }
  await expect(scene.verify(proof)).rejects.toMatchObject({ code: 'IDENTITY_SIGN_IN_EXPIRED' })
})
