import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { nextCode } from '../support/authenticator.ts'
import type { Account } from '../support/demo-shop.ts'
import { receiveMail } from '../support/mailbox.ts'
import { newPassword } from '../support/shop-server.ts'
import { enrolAsStaff, openOrder, signInAsStaff, waitForWords } from './back-office.ts'
import { addToCart, checkOutAsGuest, decide, newEmail, orderNumber } from './buying.ts'
import { journey } from './journey.ts'

const TITLE = 'Catalogue help'

journey('who may do what', ({ demo, visit }) => {
  let colleague: Account
  let theirState: Awaited<ReturnType<BrowserContext['storageState']>>
  const proof = (page: Page) => page.getByRole('dialog', { name: 'Prove that it is you' })

  /** The owner's browser is remembered, so what is sensitive asks for a code once. */
  async function prove(page: Page): Promise<void> {
    await proof(page)
      .getByLabel('Code of your authenticator app')
      .fill(await nextCode(demo.owner.totp_secret))
    await proof(page).getByRole('button', { name: 'Continue' }).click()
    await proof(page).waitFor({ state: 'detached' })
  }

  const link = (page: Page, name: string) =>
    page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name, exact: true })

  beforeAll(async () => {
    colleague = { email: newEmail(), password: newPassword() }
    const { page } = await visit({ expected: [/status of 40[13]/] })
    await signInAsStaff(page, demo.owner)
    await page.goto('/admin/users')
    await page.getByRole('button', { name: 'Invite' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Cleo Colleague')
    await dialog.getByLabel('E-mail address').fill(colleague.email)
    await dialog.getByLabel('Role').selectOption({ label: 'Sales manager' })
    await dialog.getByRole('button', { name: 'Invite' }).click()
    await proof(page)
      .or(page.getByRole('heading', { level: 1, name: 'Cleo Colleague' }))
      .first()
      .waitFor()
    if (await proof(page).isVisible()) await prove(page)
    await page.getByRole('heading', { level: 1, name: 'Cleo Colleague' }).waitFor()
    const mail = await receiveMail(demo.dataDir, 'staff-invited', colleague.email)
    await page.context().close()

    const theirs = await visit({ expected: [/status of 40[13]/] })
    await theirs.page.goto(mail.links.find((each) => each.includes('token=')) ?? 'http://no.link')
    await theirs.page.getByRole('textbox', { name: 'Password' }).fill(colleague.password)
    await theirs.page.getByRole('button', { name: 'Save password' }).click()
    await theirs.page.waitForURL(/\/admin\/sign-in/)
    await enrolAsStaff(theirs.page, colleague)
    theirState = await theirs.context.storageState()
  })

  it('is opened by a role that was made here, for as long as somebody has it', async () => {
    const owner = await visit({ expected: [/status of 40[13]/] })
    await signInAsStaff(owner.page, demo.owner)
    await owner.page.goto('/admin/roles/new')
    await owner.page.getByLabel('Name').fill(TITLE)
    expect(await owner.page.getByLabel('Code').inputValue()).toBe('catalogue_help')
    await owner.page.getByRole('checkbox', { name: 'catalog:write' }).check()
    await owner.page.getByRole('button', { name: 'Save' }).click()
    await prove(owner.page)
    await owner.page.getByRole('heading', { level: 1, name: TITLE }).waitFor()

    const theirs = await visit({ state: theirState, expected: [/status of 40[13]/] })
    await theirs.page.goto('/admin/')
    await link(theirs.page, 'Orders').waitFor()
    expect(await link(theirs.page, 'Categories').count()).toBe(0)

    await owner.page.goto('/admin/users')
    await owner.page.getByRole('searchbox').fill(colleague.email)
    await owner.page.getByRole('table').getByRole('link', { name: 'Cleo Colleague' }).click()
    await owner.page.getByRole('button', { name: 'Give a role' }).click()
    const dialog = owner.page.getByRole('dialog')
    await dialog.getByLabel('Role').selectOption({ label: TITLE })
    await dialog.getByRole('button', { name: 'Give a role' }).click()
    await waitForWords(owner.page, 'The role is given')
    await owner.page.getByText('May do').click()
    await owner.page.getByText(`by ${TITLE}`).first().waitFor()

    await theirs.page.reload()
    await link(theirs.page, 'Categories').click()
    await theirs.page.getByRole('heading', { level: 1, name: 'Categories' }).waitFor()

    await owner.page.getByRole('button', { name: `Take away ${TITLE}` }).click()
    await owner.page.getByRole('dialog').getByRole('button', { name: 'Take away' }).click()
    await waitForWords(owner.page, 'The role is taken away')
    await theirs.page.reload()
    await theirs.page.getByRole('heading', { name: 'Your role does not open this page' }).first().waitFor()
    expect(await link(theirs.page, 'Categories').count()).toBe(0)
  })

  it('takes two people for a large refund: one proposes, another agrees, the first carries it out', async () => {
    const guest = await visit()
    await addToCart(guest.page, 'harbour-crew-tee', ['L', 'Pack of 3'])
    await guest.page.getByRole('link', { name: 'View cart' }).click()
    await guest.page.getByLabel('Quantity of Harbour crew tee').fill('12')
    await guest.page.keyboard.press('Tab')
    await guest.page.getByRole('link', { name: 'Cart, 12 items' }).waitFor()
    await checkOutAsGuest(guest.page, newEmail())
    await decide(guest.page, 'Approve')
    await guest.page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()
    const number = await orderNumber(guest.page)

    const theirs = await visit({ state: theirState, expected: [/status of 40[139]/] })
    await openOrder(theirs.page, number)
    await theirs.page.getByRole('button', { name: 'More actions' }).click()
    await theirs.page.getByRole('menuitem', { name: 'Refund' }).click()
    await theirs.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Refund/ })
      .click()
    const ask = theirs.page.getByRole('dialog', { name: 'Somebody else has to agree' })
    await ask.getByLabel('Reason').fill('The parcel was lost.')
    await ask.getByRole('button', { name: 'Propose' }).click()
    await waitForWords(theirs.page, 'Proposed')
    await theirs.page.getByRole('dialog', { name: /^Refund order/ }).waitFor({ state: 'detached' })

    const owner = await visit({ expected: [/status of 40[13]/] })
    await signInAsStaff(owner.page, demo.owner)
    await link(owner.page, 'Approvals 1 waits for you').click()
    await owner.page.getByRole('link', { name: 'Refund an order' }).first().click()
    await owner.page.getByText('The parcel was lost.').waitFor()
    await owner.page.getByRole('button', { name: 'Approve' }).click()
    await owner.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await prove(owner.page)
    await owner.page.getByText('Approved', { exact: true }).first().waitFor()
    await link(owner.page, 'Approvals').waitFor()

    await theirs.page.goto('/admin/')
    await link(theirs.page, 'Approvals 1 waits for you').click()
    await theirs.page.getByRole('link', { name: 'Refund an order' }).first().click()
    await theirs.page.getByRole('button', { name: 'Carry out' }).click()
    await waitForWords(theirs.page, 'Carried out')
    await link(theirs.page, 'Approvals').waitFor()
    await openOrder(theirs.page, number)
    await theirs.page.getByText('Refunded').first().waitFor()
  })

  it('gives a program a key, which is shown once', async () => {
    const { page } = await visit({ expected: [/status of 40[13]/] })
    await signInAsStaff(page, demo.owner)
    await page.goto('/admin/api-keys')
    await page.getByRole('button', { name: 'New key' }).click()
    await page.getByLabel('Name').fill('Warehouse')
    await page.getByRole('checkbox', { name: 'orders:read' }).check()
    await page.getByRole('button', { name: 'Make the key' }).click()
    await prove(page)
    const key = await page.getByRole('textbox', { name: 'API key' }).inputValue()
    expect(key).toMatch(/^rk_/)
    await page.getByRole('button', { name: 'I have kept it' }).click()
    await page.getByText('never used').first().waitFor()
    expect(await page.content()).not.toContain(key)
    const orders = await fetch(`${demo.url}/api/v1/orders`, { headers: { authorization: `Bearer ${key}` } })
    expect(orders.status).toBe(200)
    await page.getByRole('button', { name: 'More actions: Warehouse' }).click()
    await page.getByRole('menuitem', { name: 'Revoke' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await waitForWords(page, 'The key is revoked')
  })
})
