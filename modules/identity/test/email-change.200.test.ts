import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf, recoveryScene, type RecoveryScene } from './recovery-scene.ts'
import { EMAIL } from './scene.ts'

const NEW = 'ada.king@example.com'

let scene: RecoveryScene
beforeEach(async () => {
  scene = await recoveryScene()
  await scene.account()
})
afterEach(() => scene.h.close())

type Change = { account_id: string; change_id: string }

async function request(new_email = NEW, email = EMAIL): Promise<Change> {
  await scene.h.call('requestEmailChange', { new_email }, { principal: await scene.byPassword(email) })
  const [last] = (await scene.events('identity.email-change-requested.v1')).slice(-1)
  return last as Change
}

const mail = ({ account_id, change_id }: Change, side: 'new' | 'old') =>
  scene.mailSecret(account_id, `confirm_${side}_email`, change_id)
const use = (token: string | null, operation = 'confirmEmailChange'): Promise<unknown> =>
  scene.h.call(operation, { token: token ?? 'x'.repeat(43) })

test('both addresses confirm, in whatever order; sessions stay and the new address is told', async () => {
  const session = await scene.login()
  const change = await request()
  const toNew = await mail(change, 'new')
  const toOld = await mail(change, 'old')
  expect([toNew.recipient, toOld.recipient]).toEqual([NEW, EMAIL])
  expect(await use(toNew.token)).toEqual({ status: 'waiting' })
  const principal = await scene.who(session.access_token)
  expect(await scene.h.call('getEmailChange', {}, { principal })).toMatchObject({
    change: { new_email: NEW, confirmed_by_new: true, confirmed_by_old: false },
  })
  expect(await use(toOld.token)).toEqual({ status: 'changed' })
  expect(await scene.h.call('getMe', {}, { principal: await scene.who(session.access_token) })).toMatchObject(
    {
      email: NEW,
    },
  )
  expect(await scene.events('identity.email-changed.v1')).toEqual([{ account_id: change.account_id }])
  await expect(scene.login()).rejects.toMatchObject({ code: 'IDENTITY_WRONG_CREDENTIALS' })
  expect(await scene.login(NEW)).toHaveProperty('access_token')
  expect(await scene.h.call('getEmailChange', {}, { principal })).toEqual({ change: null })
})

test('the username goes along: whoever has the old address later cannot take it', async () => {
  const principal = await scene.byPassword()
  await scene.h.call('updateMe', { username: 'countess' }, { principal })
  const change = await request()
  await use((await mail(change, 'old')).token)
  await use((await mail(change, 'new')).token)
  await expect(scene.register(EMAIL, { username: 'countess' })).rejects.toMatchObject({
    code: 'IDENTITY_USERNAME_TAKEN',
  })
})

test('codes and tokens of the old address open nothing after the change', async () => {
  const reset = await scene.resetToken()
  const otp = await scene.otpFor()
  const change = await request()
  await use((await mail(change, 'old')).token)
  await use((await mail(change, 'new')).token)
  expect(await failureOf(scene.reset(reset))).toContain('IDENTITY_TOKEN_INVALID')
  expect(await failureOf(scene.verifyOtp(otp, NEW))).toContain('IDENTITY_RESET_CODE_INVALID')
})

test('either mail can stop it, also after the other address confirmed', async () => {
  const change = await request()
  const toNew = await mail(change, 'new')
  const toOld = await mail(change, 'old')
  await use(toNew.token)
  expect(await use(toOld.token, 'cancelEmailChange')).toEqual({ status: 'cancelled' })
  expect(await failureOf(use(toOld.token))).toContain('IDENTITY_TOKEN_INVALID')
  expect(await failureOf(use(toNew.token, 'cancelEmailChange'))).toContain('IDENTITY_TOKEN_INVALID')
  expect(await scene.login()).toHaveProperty('access_token')
})

test('an address that is somebody’s: the same answer, the usual hint, no link', async () => {
  await scene.account('taken@example.com')
  const principal = await scene.byPassword()
  const free = await scene.h.call('requestEmailChange', { new_email: 'free@example.com' }, { principal })
  const change = await request('taken@example.com')
  const own = await scene.h.call('getEmailChange', {}, { principal })
  expect(own).toMatchObject({ change: { new_email: 'taken@example.com' } })
  expect(free).toEqual({ status: 'confirmations_sent' })
  expect((await mail(change, 'new')).token).toBeNull()
  expect((await mail(change, 'old')).token).not.toBeNull()
  expect(await scene.events('identity.duplicate-registration.v1')).toEqual([
    { account_id: await scene.idOf('taken@example.com') },
  ])
})

test('one that became somebody’s meanwhile is refused at the last step, and the change is over', async () => {
  const change = await request()
  const toNew = await mail(change, 'new')
  await use((await mail(change, 'old')).token)
  await scene.staff(NEW, 'staff')
  expect(await failureOf(use(toNew.token))).toEqual([
    'IDENTITY_EMAIL_TAKEN',
    409,
    'An account with this e-mail address exists.',
  ])
  expect(await failureOf(use(toNew.token))).toContain('IDENTITY_TOKEN_INVALID')
  expect(await scene.login()).toHaveProperty('access_token')
})

test('a later wish replaces the one before, and a change of password ends both', async () => {
  const first = await request()
  const early = await mail(first, 'new')
  const second = await request('other@example.com')
  expect(await failureOf(use(early.token))).toContain('IDENTITY_TOKEN_INVALID')
  expect((await mail(first, 'old')).token).toBeNull()
  const late = await mail(second, 'new')
  await scene.reset(await scene.resetToken())
  expect(await failureOf(use(late.token))).toContain('IDENTITY_TOKEN_INVALID')
})

test('links end after a day, and links of other purposes confirm nothing', async () => {
  const change = await request()
  const toNew = await mail(change, 'new')
  const { token: other } = await scene.mailSecret(change.account_id, 'not_me', change.change_id)
  expect(await failureOf(use(other))).toContain('IDENTITY_TOKEN_INVALID')
  expect(await failureOf(use(other, 'cancelEmailChange'))).toContain('IDENTITY_TOKEN_INVALID')
  expect(await failureOf(scene.reset(toNew.token ?? ''))).toContain('IDENTITY_TOKEN_INVALID')
  scene.advance(86_401)
  expect(await failureOf(use(toNew.token))).toContain('IDENTITY_TOKEN_INVALID')
})

test('50 uses of one confirmation at once count once; both at once make the change', async () => {
  const change = await request()
  const toNew = await mail(change, 'new')
  const many = await Promise.allSettled(Array.from({ length: 50 }, () => use(toNew.token)))
  expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const again = await request('both@example.com')
  const both = [await mail(again, 'new'), await mail(again, 'old')]
  const settled = await Promise.all(both.map(({ token }) => use(token)))
  expect(settled.map((one) => (one as { status: string }).status).sort()).toEqual(['changed', 'waiting'])
})

test('two who want one address at once: one gets it, the other hears that it is taken', async () => {
  await scene.account('bea@example.com')
  const changes = [
    await request('wanted@example.com'),
    await request('wanted@example.com', 'bea@example.com'),
  ]
  const last: (string | null)[] = []
  for (const change of changes) {
    await use((await mail(change, 'old')).token)
    last.push((await mail(change, 'new')).token)
  }
  const settled = await Promise.all(last.map((token) => failureOf(use(token))))
  expect(settled).toContain('no failure')
  expect(settled.flat()).toContain('IDENTITY_EMAIL_TAKEN')
})

test('it asks for a fresh proof, another address, and not too often', async () => {
  const principal = await scene.byPassword()
  const ask = (new_email: string) =>
    failureOf(scene.h.call('requestEmailChange', { new_email }, { principal }))
  expect(await ask(EMAIL)).toContain('VALIDATION_FAILED')
  expect(await ask(NEW)).toBe('no failure')
  expect(await ask(NEW)).toBe('no failure')
  expect(await ask(NEW)).toContain('IDENTITY_TOO_MANY_TRIES')
  scene.advance(601)
  expect(await ask(NEW)).toContain('STEP_UP_REQUIRED')
})
