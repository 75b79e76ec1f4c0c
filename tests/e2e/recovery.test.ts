import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { nextCode } from '../support/authenticator.ts'
import { rememberDevice } from '../support/demo-shop.ts'
import { type ReceivedMail, receiveMail } from '../support/mailbox.ts'
import { newPassword } from '../support/shop-server.ts'
import { newEmail } from './buying.ts'
import { journey } from './journey.ts'

/** The six digits of a mail. */
function codeOf({ text }: ReceivedMail): string {
  const code = /(?<!\d)\d{3} ?\d{3}(?!\d)/.exec(text)?.[0].replace(' ', '')
  if (code === undefined) throw new Error(`No code stands in: ${text}`)
  return code
}

function linkTo(path: string, { links }: ReceivedMail): string {
  const link = links.find((each) => each.includes(path))
  if (link === undefined) throw new Error(`No link to ${path} stands in the mail.`)
  return link
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor()
}

/** One red pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

journey('somebody who lost a password', ({ demo, visit }) => {
  async function newCustomer(email = newEmail()): Promise<{ email: string; password: string }> {
    const password = newPassword()
    const post = async (path: string, body: object) => {
      const answer = await fetch(`${demo.url}/api/v1/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`)
    }
    await post('register', { email, password, full_name: 'Ada Marlow' })
    const link = linkTo('/verify-email', await receiveMail(demo.dataDir, 'verify-email', email))
    await post('verify-email', { token: new URL(link).searchParams.get('token') })
    return { email, password }
  }

  it.each([true, false])('sets another one by a mailed code, with script: %s', async (javaScript) => {
    const { email } = await newCustomer()
    const password = newPassword()
    const { page } = await visit({ javaScript, expected: [/status of 400/] })
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgot password?' }).click()
    await page.getByRole('heading', { level: 1, name: 'Forgot your password?' }).waitFor()
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('button', { name: 'Send code' }).click()
    await page.getByRole('heading', { level: 1, name: 'Enter the code' }).waitFor()
    const code = codeOf(await receiveMail(demo.dataDir, 'password-reset-code', email))
    await page.getByLabel('Code').fill(code === '000000' ? '000001' : '000000')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText('This code is not right').waitFor()
    await page.getByLabel('Code').fill(code)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { level: 1, name: 'Choose a new password' }).waitFor()
    await page.getByRole('textbox', { name: 'New password' }).fill(password)
    await page.getByRole('button', { name: 'Set password' }).click()
    await page.getByText('Your password is changed').waitFor()
    await signIn(page, email, password)
    await receiveMail(demo.dataDir, 'password-changed', email)
  })

  it('hears how strong a new password is, and can look at it', async () => {
    const { page } = await visit()
    const { email, password } = await newCustomer()
    await signIn(page, email, password)
    await page.goto('/account/security')
    const section = page.getByRole('region', { name: 'Password' })
    const field = section.getByRole('textbox', { name: 'New password' })
    await field.fill('password')
    await section.getByRole('status').getByText('Very easy to guess.').waitFor()
    const strong = newPassword()
    await field.fill(strong)
    await section.getByRole('status').getByText('Strong.').waitFor()
    expect(await field.getAttribute('type')).toBe('password')
    expect(await field.getAttribute('autocomplete')).toBe('new-password')
    await section.getByRole('button', { name: 'Show password' }).click()
    expect(await field.getAttribute('type')).toBe('text')
    await section.getByRole('button', { name: 'Change password' }).click()
    await page.getByText('Your password is changed').waitFor()
  })

  it('moves to another address by the links in two mails', async () => {
    const { email, password } = await newCustomer()
    const next = newEmail()
    const { page } = await visit()
    await signIn(page, email, password)
    await page.goto('/account/profile')
    await page.getByLabel('New e-mail address').fill(next)
    await page.getByRole('button', { name: 'Change address' }).click()
    await page.getByText(`Waiting for ${next}`).waitFor()
    await page.goto(linkTo('/confirm-email', await receiveMail(demo.dataDir, 'confirm-new-email', next)))
    await page.getByRole('button', { name: 'Confirm', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Half of it is done' }).waitFor()
    await page.goto(linkTo('/confirm-email', await receiveMail(demo.dataDir, 'confirm-email-change', email)))
    await page.getByRole('button', { name: 'Confirm', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Your e-mail address is changed' }).waitFor()
    await page.goto('/account/profile')
    await page.getByText(`You sign in with ${next}.`).waitFor()
  })

  it('changes the profile and the picture', async () => {
    const { email, password } = await newCustomer()
    const { page } = await visit()
    await signIn(page, email, password)
    await page.goto('/account/profile')
    await page.getByLabel('Full name').fill('Ada King')
    await page.getByLabel('Date of birth').fill('1984-05-09')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.').waitFor()
    await page.getByText('We know **/**/19*4').waitFor()
    const picture = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') }
    await page.locator('input[type=file]').setInputFiles(picture)
    await page.getByRole('img', { name: 'Your picture' }).waitFor()
    await page.getByRole('button', { name: 'Remove' }).click()
    await expect.poll(() => page.getByRole('img', { name: 'Your picture' }).count()).toBe(0)
  })

  it('gives a second factor too, as staff', async () => {
    const { page } = await visit()
    const { email, totp_secret } = demo.owner
    await page.goto('/admin/sign-in')
    await page.getByRole('link', { name: 'Forgot password?' }).click()
    await page.getByRole('heading', { level: 1, name: 'Forgot your password?' }).waitFor()
    await page.getByLabel('E-mail address').fill(email)
    await page.getByRole('button', { name: 'Send code' }).click()
    await page.getByRole('heading', { level: 1, name: 'Enter the code' }).waitFor()
    const code = codeOf(await receiveMail(demo.dataDir, 'password-reset-code', email))
    await page.getByLabel('Code from the mail').fill(code)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { level: 1, name: 'Choose a new password' }).waitFor()
    await page.locator('input[name=code]').fill(await nextCode(totp_secret))
    // The other journeys of this shop sign in with the password it has.
    await page.getByRole('textbox', { name: 'New password' }).fill(demo.owner.password)
    await page.getByRole('button', { name: 'Set password' }).click()
    await page.getByText('Your password is changed').waitFor()
    await rememberDevice(demo.url, demo.owner)
  })
})
