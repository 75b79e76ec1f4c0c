import { randomUUID } from 'node:crypto'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { nextCode } from './authenticator.ts'
import {
  agreed,
  call,
  done,
  type Errand,
  mails,
  mailSecret,
  newestEvent,
  somePicture,
  type Stage,
} from './errands.ts'
import type { Account, SendOptions } from './in-process-shop.ts'
import { openOauthBrowser } from './oauth-browser.ts'
import { multipartBody } from './requests.ts'
import { newPassword } from './shop-server.ts'
import { addDevice, addOffer, addRoleRequest, addSession, OFFERED_TO } from './sign-in-things.ts'

const customer = ({ shop }: Stage): Promise<Account> => shop.account('customer')

/** By a customer of its own, as they are. */
const byCustomer =
  (
    method: string,
    path: string,
    optionsOf: (account: Account, stage: Stage) => SendOptions | Promise<SendOptions> = () => ({}),
  ): Errand =>
  async (stage) => {
    const account = await customer(stage)
    return call(stage, method, path, { token: account.token, ...(await optionsOf(account, stage)) })
  }

/** By the owner, about somebody else. */
const about =
  (what: string, whom: (stage: Stage) => Promise<string>, body: object = {}): Errand =>
  async (stage) => {
    const path = `/auth/users/${await whom(stage)}/${what}`
    return call(stage, 'POST', path, { token: stage.owner.token, body })
  }

const aCustomer = async (stage: Stage): Promise<string> => (await customer(stage)).id

async function registered(stage: Stage): Promise<{ readonly email: string; readonly id: string }> {
  const email = `${randomUUID()}@example.com`
  await done(stage, 'POST', '/auth/register', { body: { email, password: newPassword(), full_name: 'Ada' } })
  const { rows } = await stage.shop.db.pool.query<{ id: string }>(
    'SELECT id FROM identity.sign_ups WHERE email = $1',
    [email],
  )
  return { email, id: rows[0]?.id ?? '' }
}

async function invited(stage: Stage): Promise<string> {
  const made = await done(stage, 'POST', '/auth/users', await invitation(stage))
  return String(made['id'])
}

async function invitation(stage: Stage): Promise<SendOptions> {
  const body = { email: `${randomUUID()}@example.com`, full_name: 'Grace', role: 'staff' }
  const headers = await agreed(stage, 'identity.inviteStaff', body)
  return { token: stage.owner.token, body, headers }
}

const signIn =
  (path: string, role: 'customer' | 'manager', headers: SendOptions['headers'] = {}): Errand =>
  async (stage) => {
    const { email, password } = await stage.shop.account(role)
    return call(stage, 'POST', path, { body: { email, password }, headers })
  }

async function firstStep(stage: Stage): Promise<{ readonly mfa_token: string; readonly secret: string }> {
  const { email, password, totp_secret } = await stage.shop.account('manager')
  const first = await done(stage, 'POST', '/auth/staff/login', { body: { email, password } })
  return { mfa_token: String(first['mfa_token']), secret: totp_secret ?? '' }
}

/** An answer to the code of a reset, for customers or for staff. */
async function verifiedReset(stage: Stage, account: Account, staff = ''): Promise<string> {
  const otp = await mailSecret(stage, account.id, 'reset_otp')
  const body = { email: account.email, otp }
  return String((await done(stage, 'POST', `/auth${staff}/password/verify-otp`, { body }))['reset_token'])
}

async function emailChange(stage: Stage, side: 'new' | 'old'): Promise<string> {
  const { token } = await customer(stage)
  const body = { new_email: `${randomUUID()}@example.com` }
  await done(stage, 'POST', '/auth/email', { token, body })
  const { account_id = '', change_id } = await newestEvent(stage, 'identity.email-change-requested.v1')
  return mailSecret(stage, account_id, `confirm_${side}_email`, change_id)
}

async function withTotp(stage: Stage): Promise<{ readonly account: Account; readonly code: string }> {
  const account = await customer(stage)
  const made = await done(stage, 'POST', '/auth/mfa/setup', { token: account.token, body: {} })
  return { account, code: await nextCode(String(made['secret'])) }
}

const home = { origin: 'http://shop.test', 'sec-fetch-site': 'same-origin' }

/** Calls about accounts and ways to sign in. */
export const errandsOfAccounts: Readonly<Record<string, Errand>> = {
  'identity.register': (stage) => {
    const body = { email: `${randomUUID()}@example.com`, password: newPassword(), full_name: 'Ada' }
    return Promise.resolve(call(stage, 'POST', '/auth/register', { body }))
  },
  'identity.verifyEmail': async (stage) => {
    const { id } = await registered(stage)
    const issued = await mails(stage.shop).issueVerificationToken(backgroundContext(newId()), {
      account_id: id,
    })
    return call(stage, 'POST', '/auth/verify-email', { body: { token: issued.token } })
  },
  'identity.resendVerification': async (stage) => {
    const { email } = await registered(stage)
    return call(stage, 'POST', '/auth/verify-email/resend', { body: { email } })
  },
  'identity.login': signIn('/auth/login', 'customer'),
  'identity.loginStaff': signIn('/auth/staff/login', 'manager'),
  'identity.startSession': signIn('/auth/session', 'customer', home),
  'identity.startStaffSession': signIn('/auth/staff/session', 'manager', home),
  'identity.verifyMfa': async (stage) => {
    const { mfa_token, secret } = await firstStep(stage)
    return call(stage, 'POST', '/auth/mfa/verify', { body: { mfa_token, code: await nextCode(secret) } })
  },
  'identity.refresh': async (stage) => {
    const { email, password } = await customer(stage)
    const pair = await done(stage, 'POST', '/auth/login', { body: { email, password } })
    return call(stage, 'POST', '/auth/refresh', { body: { refresh_token: pair['refresh_token'] } })
  },
  'identity.stepUp': byCustomer('POST', '/auth/step-up', ({ password }) => ({ body: { password } })),
  'identity.endSession': async (stage) => {
    const account = await customer(stage)
    const path = `/auth/sessions/${await addSession(stage.shop, account)}`
    return call(stage, 'DELETE', path, { token: account.token })
  },
  'identity.endOtherSessions': byCustomer('DELETE', '/auth/sessions', async (account, { shop }) => {
    await addSession(shop, account)
    return {}
  }),
  'identity.unlockPassword': async (stage) => {
    const { id } = await customer(stage)
    await stage.shop.db.pool.query(
      `UPDATE identity.passwords SET disabled_at = now(), disabled_reason = 'guessed' WHERE account_id = $1`,
      [id],
    )
    const token = await mailSecret(stage, id, 'unlock_password')
    return call(stage, 'POST', '/auth/unlock', { body: { token } })
  },
  'identity.disownSignIn': async (stage) => {
    const account = await customer(stage)
    const session = await addSession(stage.shop, account)
    const token = await mailSecret(stage, account.id, 'not_me', session)
    return call(stage, 'POST', '/auth/not-me', { body: { token } })
  },
  'identity.verifyResetCode': async (stage) => {
    const { id, email } = await customer(stage)
    const otp = await mailSecret(stage, id, 'reset_otp')
    return call(stage, 'POST', '/auth/password/verify-otp', { body: { email, otp } })
  },
  'identity.resetPassword': async (stage) => {
    const reset_token = await verifiedReset(stage, await customer(stage))
    return call(stage, 'POST', '/auth/password/reset', { body: { reset_token, new_password: newPassword() } })
  },
  'identity.verifyStaffResetCode': async (stage) => {
    const { id, email } = await stage.shop.account('manager')
    const otp = await mailSecret(stage, id, 'reset_otp')
    return call(stage, 'POST', '/auth/staff/password/verify-otp', { body: { email, otp } })
  },
  'identity.resetStaffPassword': async (stage) => {
    const account = await stage.shop.account('manager')
    const reset_token = await verifiedReset(stage, account, '/staff')
    const code = await nextCode(account.totp_secret ?? '')
    const body = { reset_token, new_password: newPassword(), code }
    return call(stage, 'POST', '/auth/staff/password/reset', { body })
  },
  'identity.allowRecovery': about('allow-recovery', async ({ shop }) => (await shop.account('manager')).id),
  'identity.recoverStaff': async (stage) => {
    const { id } = await stage.shop.account('manager')
    await done(stage, 'POST', `/auth/users/${id}/allow-recovery`, { token: stage.owner.token, body: {} })
    const token = await mailSecret(stage, id, 'staff_recovery')
    return call(stage, 'POST', '/auth/staff/password/recover', {
      body: { token, new_password: newPassword() },
    })
  },
  'identity.changePassword': byCustomer('PUT', '/auth/password', ({ password }) => ({
    body: { current_password: password, new_password: newPassword() },
  })),
  'identity.setAvatar': byCustomer('PUT', '/auth/me/avatar', async () => multipartBody(await somePicture())),
  'identity.confirmEmailChange': async (stage) =>
    call(stage, 'POST', '/auth/email/confirm', { body: { token: await emailChange(stage, 'new') } }),
  'identity.cancelEmailChange': async (stage) =>
    call(stage, 'POST', '/auth/email/cancel', { body: { token: await emailChange(stage, 'old') } }),
  'identity.confirmTotp': async (stage) => {
    const { account, code } = await withTotp(stage)
    return call(stage, 'POST', '/auth/mfa/setup/verify', { token: account.token, body: { code } })
  },
  'identity.disableTotp': async (stage) => {
    const { account, code } = await withTotp(stage)
    await done(stage, 'POST', '/auth/mfa/setup/verify', { token: account.token, body: { code } })
    return call(stage, 'POST', '/auth/mfa/disable', { token: account.token, body: {} })
  },
  'identity.forgetDevice': async (stage) => {
    const account = await customer(stage)
    const path = `/auth/devices/${await addDevice(stage.shop, account)}`
    return call(stage, 'DELETE', path, { token: account.token })
  },
  'identity.forgetAllDevices': byCustomer('DELETE', '/auth/devices', async (account, { shop }) => {
    await addDevice(shop, account)
    return {}
  }),
  'identity.startPasskeyAuthentication': (stage) =>
    Promise.resolve(call(stage, 'POST', '/auth/webauthn/authenticate/start', { body: {} })),
  'identity.startExternalSignIn': (stage) =>
    Promise.resolve(
      call(stage, 'GET', '/auth/oidc/oidc/start', { headers: { 'x-device-token': OFFERED_TO } }),
    ),
  'identity.completeExternalSignIn': async (stage) => {
    const person = {
      sub: randomUUID(),
      email: `${randomUUID()}@example.com`,
      email_verified: true,
      name: 'Ada',
    }
    stage.provider.know(person)
    // The first time makes an account as well.
    for (const time of [1, 2]) {
      const browser = openOauthBrowser(stage.shop)
      const { location } = await browser.visit('/api/v1/auth/oidc/oidc/start')
      const back = await stage.provider.visit(location ?? '', person.sub)
      if (time === 2) return () => browser.visit(back)
      await browser.visit(back)
    }
    throw new Error('Nobody comes here.')
  },
  'identity.startExternalLink': byCustomer('POST', '/auth/oidc/oidc/link', () => ({ body: {} })),
  'identity.acceptExternalOffer': byCustomer('POST', '/auth/identities', async (account, { shop }) => ({
    body: { offer_id: await addOffer(shop, account) },
    headers: { 'x-device-token': OFFERED_TO },
  })),
  'identity.lockUser': about('lock', aCustomer, { reason: 'A test.' }),
  'identity.unlockUser': about('unlock', async (stage) => {
    const id = await aCustomer(stage)
    const body = { reason: 'A test.' }
    await done(stage, 'POST', `/auth/users/${id}/lock`, { token: stage.owner.token, body })
    return id
  }),
  'identity.forcePasswordReset': about('force-reset', aCustomer),
  'identity.endUserSessions': about('end-sessions', aCustomer),
  'identity.inviteStaff': async (stage) => call(stage, 'POST', '/auth/users', await invitation(stage)),
  'identity.resendInvitation': about('resend-invitation', invited),
  'identity.acceptInvitation': async (stage) => {
    const token = await mailSecret(stage, await invited(stage), 'enrol_staff')
    return call(stage, 'POST', '/auth/staff/enrol', { body: { token, password: newPassword() } })
  },
  'identity.assignRole': async (stage) => {
    const body = { user_id: await aCustomer(stage), role: 'seller' }
    const headers = await agreed(stage, 'identity.assignRole', body)
    return call(stage, 'POST', '/auth/assign-roles', { token: stage.owner.token, body, headers })
  },
  'identity.decideRoleRequest': async (stage) => {
    const request = await addRoleRequest(stage.shop, await customer(stage))
    const body = { approved: false }
    const headers = await agreed(stage, 'identity.decideRoleRequest', { request_id: request, ...body })
    const options = { token: stage.owner.token, body, headers }
    return call(stage, 'POST', `/auth/role-requests/${request}/decide`, options)
  },
}
