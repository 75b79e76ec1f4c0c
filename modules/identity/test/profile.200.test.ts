import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import { failureOf, recoveryScene, type RecoveryScene } from './recovery-scene.ts'
import { EMAIL } from './scene.ts'

const PICTURE = '0198a000-0000-7000-8000-00000000000a'

let scene: RecoveryScene
let discarded: unknown[]
beforeEach(async () => {
  discarded = []
  const stored = {
    alt: '',
    width: 320,
    height: 320,
    widths: [320],
    url: '/x',
    created_at: '2026-01-15T12:00:00.000Z',
  }
  scene = await recoveryScene({
    stubs: {
      media: {
        storeAvatar: ({ bytes }: { bytes: Uint8Array }) =>
          bytes.length > 3
            ? Promise.resolve({ id: PICTURE, ...stored })
            : Promise.reject(new AppError({ code: 'MEDIA_NOT_A_PICTURE', status: 400, message: '' })),
        discardAvatars: (input: never) => {
          discarded.push(input)
          return Promise.resolve(null)
        },
      },
    },
  })
  await scene.account()
})
afterEach(() => scene.h.close())

type Me = Record<string, unknown>
const update = async (input: object, principal?: Awaited<ReturnType<RecoveryScene['who']>>): Promise<Me> =>
  scene.h.call('updateMe', input, { principal: principal ?? (await scene.byPassword()) })

test('what is given changes, what is not stays', async () => {
  const principal = await scene.byPassword()
  expect(await update({ full_name: 'Ada King', language: 'de' }, principal)).toMatchObject({
    full_name: 'Ada King',
    language: 'de',
    username: null,
    email: EMAIL,
  })
  expect(await update({ username: 'Countess' }, principal)).toMatchObject({
    full_name: 'Ada King',
    username: 'Countess',
  })
  expect(await scene.h.call('login', { username: 'countess', password: scene.password })).toHaveProperty(
    'access_token',
  )
  const [entry] = await scene.entries('user_updated')
  expect(entry).toMatchObject({ before: { language: 'en' }, after: { full_name: 'changed' } })
})

test('a date of birth can be set once; its owner sees a hint, and changes it after a fresh proof alone', async () => {
  const principal = await scene.byPassword()
  scene.advance(601)
  expect(await update({ date_of_birth: '1984-05-09' }, principal)).toMatchObject({
    date_of_birth_hint: '**/**/19*4',
    birth_date_check: true,
  })
  for (const guarded of [{ date_of_birth: '1985-05-09' }, { birth_date_check: false }]) {
    expect(await failureOf(update(guarded, principal))).toContain('STEP_UP_REQUIRED')
  }
  expect(await update({ date_of_birth: '1985-05-09', birth_date_check: false })).toMatchObject({
    date_of_birth_hint: '**/**/19*5',
    birth_date_check: false,
  })
  expect(JSON.stringify(await scene.entries('user_updated'))).not.toContain('1985')
})

test('a username that is somebody’s is refused, and one that was given up rests', async () => {
  await scene.register('other@example.com', { username: 'taken' })
  await scene.h.call('verifyEmail', { token: await scene.tokenFor('other@example.com') })
  const principal = await scene.byPassword()
  await update({ username: 'mine' }, principal)
  expect(await failureOf(update({ username: 'TAKEN' }, principal))).toEqual([
    'IDENTITY_USERNAME_TAKEN',
    409,
    'This username is taken.',
  ])
  expect(await update({ username: null }, principal)).toMatchObject({ username: null })
  const other = await scene.byPassword('other@example.com')
  expect(await failureOf(update({ username: 'mine' }, other))).toContain('IDENTITY_USERNAME_TAKEN')
  expect(await update({ username: 'mine' }, principal)).toMatchObject({ username: 'mine' })
  await update({ username: 'other' }, principal)
  scene.advance(31 * 86_400)
  const later = await scene.byPassword('other@example.com')
  expect(await update({ username: 'mine' }, later)).toMatchObject({ username: 'mine' })
})

test('two who want one username at once: one gets it', async () => {
  await scene.account('other@example.com')
  const both = [await scene.byPassword(), await scene.byPassword('other@example.com')]
  const settled = await Promise.allSettled(both.map((principal) => update({ username: 'wanted' }, principal)))
  expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test.each([
  [{}],
  [{ username: 'a@b.example' }],
  [{ email: 'x@example.com' }],
  [{ role: 'admin' }],
  [{ full_name: '' }],
])('%o is not valid', async (input) => {
  expect(await failureOf(update(input))).toContain('VALIDATION_FAILED')
})

test('a picture stands beside the name until it is removed, and others are thrown away', async () => {
  const principal = await scene.byPassword()
  const file = { filename: 'me.jpg', bytes: new Uint8Array([1, 2, 3, 4]) }
  const avatar_url = `/api/v1/media/${PICTURE}/320`
  expect(await scene.h.call('setAvatar', { file }, { principal })).toMatchObject({ avatar_url })
  expect(await scene.h.call('getMe', {}, { principal })).toMatchObject({ avatar_url })
  expect(await scene.h.call('removeAvatar', {}, { principal })).toMatchObject({ avatar_url: null })
  const account_id = await scene.idOf()
  expect(discarded).toEqual([
    { account_id, keep: PICTURE },
    { account_id, keep: null },
  ])
})

test('a file that is no picture is refused, and nothing changes', async () => {
  const principal = await scene.byPassword()
  const file = { filename: 'me.svg', bytes: new Uint8Array([1]) }
  const refused = await failureOf(scene.h.call('setAvatar', { file }, { principal }))
  expect(refused).toContain('IDENTITY_NOT_A_PICTURE')
  expect(await scene.h.call('getMe', {}, { principal })).toMatchObject({ avatar_url: null })
})

test('guests and staff without their second factor change nothing', async () => {
  await scene.staff('olga@example.com')
  const staff = await scene.who((await scene.signIn('olga@example.com', 'loginStaff')).access_token)
  expect(await failureOf(update({ full_name: 'X' }, staff))).toContain('FORBIDDEN')
  expect(await failureOf(update({ full_name: 'X' }, { kind: 'guest', guest_token: null }))).toContain(
    'UNAUTHENTICATED',
  )
})
