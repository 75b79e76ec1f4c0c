import { expect, it } from 'vitest'
import { receiveMail } from '../support/mailbox.ts'
import { newPassword } from '../support/shop-server.ts'
import { newEmail } from './buying.ts'
import { type Journey, journey } from './journey.ts'

// A scanner is asked for a challenge at its first try, and spoils nothing for others that come from this machine.
const scanner = { 'user-agent': 'sqlmap/1.8' }
const refusals = [/status of 40[013]/]

journey('an unusual sign-in', ({ demo, visit }) => {
  it('solves a challenge behind the page of the shop, and sends the form again', async () => {
    const { page, context } = await visit({ expected: refusals })
    await context.setExtraHTTPHeaders(scanner)
    await page.goto('/sign-in')
    await page.waitForLoadState('networkidle')
    const requests: string[] = []
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    await page.getByLabel('E-mail').fill(newEmail())
    await page.getByRole('textbox', { name: 'Password' }).fill('a wrong password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'Checking that you are not a robot' }).waitFor()
    await page.getByRole('alert').filter({ hasText: 'is not right' }).waitFor()
    expect(requests.filter((path) => path === '/api/v1/auth/challenge')).toHaveLength(1)
    expect(requests.filter((path) => path.includes('solve-challenge')).length).toBeGreaterThan(0)
  })

  it('solves one in the back office', async () => {
    const { page, context } = await visit({ expected: refusals })
    await context.setExtraHTTPHeaders(scanner)
    await page.goto('/admin/sign-in')
    await page.getByLabel('E-mail address').fill(newEmail())
    await page.getByRole('textbox', { name: 'Password' }).fill('a wrong password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'Checking that you are not a robot' }).waitFor()
    await page.getByRole('alert').filter({ hasText: 'is not right' }).waitFor()
  })

  it('says what to do where there is no JavaScript', async () => {
    const { page, context } = await visit({ javaScript: false, expected: refusals })
    await context.setExtraHTTPHeaders(scanner)
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(newEmail())
    await page.getByLabel('Password', { exact: true }).fill('a wrong password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForLoadState()
    // Locators by text leave out what stands in <noscript>.
    expect(await page.getByRole('main').innerText()).toContain('The check needs JavaScript')
  })

  it('is mailed about, and “this wasn’t me” throws the stranger out', async () => {
    const [email, password] = [newEmail(), newPassword()]
    await signUp(demo, email, password)
    const signIn = async () => {
      const { page } = await visit()
      const body = { email, password }
      const answer = await page.request.post(`${demo.url}/api/v1/auth/session`, { data: body })
      expect(answer.status()).toBe(200)
      return page
    }
    await signIn()
    const stranger = await signIn()
    const mail = await receiveMail(demo.dataDir, 'new-device', email)
    const link = mail.links.find((address) => address.includes('/not-me?token=')) ?? 'no link'

    const { page } = await visit()
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: 'This wasn’t you?' }).waitFor()
    // Opening it did nothing yet.
    expect((await stranger.goto('/account'))?.url()).toContain('/account')
    await page.getByRole('button', { name: 'Secure my account' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your account is secured' }).waitFor()
    await stranger.goto('/account')
    expect(new URL(stranger.url()).pathname).toBe('/sign-in')
    await receiveMail(demo.dataDir, 'password-reset-code', email)
  })
})

async function signUp(demo: Journey['demo'], email: string, password: string): Promise<void> {
  await post(demo, 'register', { email, password, full_name: 'Nora Newcomer' })
  const mail = await receiveMail(demo.dataDir, 'verify-email', email)
  const link = mail.links.find((address) => address.includes('/verify-email?token=')) ?? 'no link'
  await post(demo, 'verify-email', { token: new URL(link).searchParams.get('token') })
}

async function post(demo: Journey['demo'], path: string, body: object): Promise<void> {
  const answer = await fetch(`${demo.url}/api/v1/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.ok).toBe(true)
}
