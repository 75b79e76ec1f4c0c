import type { BrowserContext } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { receiveMail } from '../support/mailbox.ts'
import { newPassword } from '../support/shop-server.ts'
import { enrolAsStaff, inviteToStaff, openOrder, signInAsStaff, waitForWords } from './back-office.ts'
import { addToCart, buyer, checkOutAsGuest, decide, newEmail, orderNumber } from './buying.ts'
import { journey } from './journey.ts'

const NAME = 'Selma Stoneware'
const PRODUCT = 'Oatmeal bowl'
const expected = [/status of 40[134]/]

journey('a seller', ({ demo, visit }) => {
  const seller = { email: newEmail(), password: newPassword() }
  let state: Awaited<ReturnType<BrowserContext['storageState']>>
  let productPath: string

  beforeAll(async () => {
    const owner = await visit({ expected })
    await signInAsStaff(owner.page, demo.owner)
    await inviteToStaff(owner.page, demo.owner, { name: NAME, email: seller.email, role: 'Seller' })
    await owner.context.close()
    const mail = await receiveMail(demo.dataDir, 'staff-invited', seller.email)
    const { page, context } = await visit({ expected })
    await page.goto(mail.links.find((each) => each.includes('token=')) ?? 'http://no.link')
    await page.getByRole('textbox', { name: 'Password' }).fill(seller.password)
    await page.getByRole('button', { name: 'Save password' }).click()
    await page.waitForURL(/\/admin\/sign-in/)
    await enrolAsStaff(page, seller)
    state = await context.storageState()
  })

  it('meets a catalogue of their own, and puts something into it that the shop sells under their name', async () => {
    const { page } = await visit({ state, expected })
    await page.goto('/admin/')
    const links = page.getByRole('navigation', { name: 'Navigation' }).getByRole('link')
    await links.getByText('Products', { exact: true }).waitFor()
    const named = (await links.allInnerTexts()).map((text) => text.trim())
    for (const closed of ['Categories', 'Accounts', 'Apps', 'Sent mail', 'Roles', 'Policies', 'Audit log'])
      expect(named).not.toContain(closed)
    await page.goto('/admin/products')
    await page.getByRole('link', { name: 'Add product' }).first().waitFor()
    expect(await page.getByRole('table').getByRole('link').count()).toBe(0)

    await page.getByRole('link', { name: 'Add product' }).first().click()
    await page.getByLabel('Name', { exact: true }).fill(PRODUCT)
    await page.getByLabel('Price', { exact: true }).fill('18.00')
    await page.getByLabel('SKU').fill('OAT-BOWL')
    await page.getByLabel('In stock').fill('9')
    await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Published' })
    await page.getByRole('button', { name: 'Add product' }).click()
    await waitForWords(page, 'The product is added')
    await page.waitForURL(/\/admin\/products\/[0-9a-f-]{36}$/)
    productPath = new URL(page.url()).pathname

    const shopper = await visit()
    await shopper.page.goto('/p/oatmeal-bowl')
    await shopper.page.getByText(`Sold by ${NAME}`, { exact: true }).waitFor()
    expect(await shopper.page.content()).not.toContain(seller.email)
    await shopper.page.goto('/p/marigold-mug')
    await shopper.page.getByRole('heading', { level: 1 }).waitFor()
    expect(await shopper.page.getByText('Sold by').count()).toBe(0)
  })

  it('reads of an order what is theirs, and nothing else of it', async () => {
    const guest = await visit()
    const email = newEmail()
    await addToCart(guest.page, 'oatmeal-bowl')
    await addToCart(guest.page, 'marigold-mug')
    await checkOutAsGuest(guest.page, email)
    await decide(guest.page, 'Approve')
    await guest.page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()
    const number = await orderNumber(guest.page)

    const { page } = await visit({ state, expected })
    await page.goto('/admin/orders')
    await page.getByRole('table').getByRole('link', { name: number }).click()
    await page.getByRole('heading', { level: 1, name: number }).waitFor()
    const main = page.getByRole('main')
    await main.getByText(PRODUCT).first().waitFor()
    await main.getByText(buyer.street).first().waitFor()
    const told = await main.innerText()
    expect(told).not.toMatch(/marigold/i)
    expect(told).not.toContain(email)
    expect(told).toContain('$18.00')

    const owner = await visit({ expected })
    await signInAsStaff(owner.page, demo.owner)
    await openOrder(owner.page, number)
    await owner.page
      .getByText(/marigold/i)
      .first()
      .waitFor()
  })

  it('changes what is theirs, and finds nothing where another’s is', async () => {
    const { page } = await visit({ state, expected })
    await page.goto(productPath)
    await page.getByLabel('Price', { exact: true }).fill('19.50')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await waitForWords(page, 'The product is saved')
    const shopper = await visit()
    await shopper.page.goto('/p/oatmeal-bowl')
    await shopper.page.getByText('$19.50').first().waitFor()

    const owner = await visit({ expected })
    await signInAsStaff(owner.page, demo.owner)
    await owner.page.goto('/admin/products?q=Marigold')
    const others = owner.page
      .getByRole('table')
      .getByRole('link', { name: /Marigold/ })
      .first()
    const foreign = (await others.getAttribute('href')) ?? ''
    await owner.page.goto(productPath)
    await owner.page.getByRole('combobox', { name: 'Seller' }).waitFor()

    await page.goto(foreign)
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
    await page.goto('/admin/users')
    await page.getByRole('heading', { name: 'Your role does not open this page' }).first().waitFor()
  })
})
