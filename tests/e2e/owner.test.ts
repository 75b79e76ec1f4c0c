import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { receiveMail } from '../support/mailbox.ts'
import { newPassword, removeData, type ShopServer, startShop } from '../support/shop-server.ts'
import { enrolAsStaff, openOrder, waitForWords } from './back-office.ts'
import { addToCart, checkOutAsGuest, decide, newEmail, orderNumber } from './buying.ts'
import { journey } from './journey.ts'

const picture = join(import.meta.dirname, '../../apps/server/demo/images/mug-black-mustard.jpg')
const account = { email: 'owner@example.com', password: newPassword() }

journey('a new owner', ({ visit }) => {
  let server: ShopServer
  let url: string
  beforeAll(async () => {
    server = await startShop({ processes: 1 })
    url = `http://localhost:${server.port}`
  })
  afterAll(async () => {
    await server.stop()
    await removeData(server.dataDir)
  })

  it('makes the account with the printed link, which works once', async () => {
    const link = /http\S+\/admin\/setup#token=\S+/.exec(server.output())?.[0] ?? 'no link'
    const { page } = await visit({ url })
    await page.goto(link)
    await page.getByLabel('Your name').fill('Robin Owner')
    await page.getByLabel('E-mail address').fill(account.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(account.password)
    await page.getByRole('button', { name: 'Create owner account' }).click()
    await page.getByText('Your account is ready. Sign in to begin.').waitFor()
    expect(page.url()).not.toContain('token')
    const again = await visit({ url })
    await again.page.goto(link)
    await again.page.getByRole('heading', { name: 'This shop has its owner' }).waitFor()
  })

  it('adds a product with a picture and stock, publishes it, sells it and pays a part back', async () => {
    // Pages behind the door answer 403 until the factor is there.
    const { page } = await visit({ url, expected: [/status of 403/] })
    await enrolAsStaff(page, account)
    await page.getByRole('link', { name: 'Products' }).first().click()
    await page.getByRole('link', { name: 'Add product' }).first().click()
    await page.getByLabel('Name', { exact: true }).fill('Lighthouse mug')
    await page.locator('input[type=file]').first().setInputFiles(picture)
    await page.getByRole('button', { name: 'Picture 1' }).click()
    await page.getByLabel('What it shows').fill('A black mug with a mustard inside')
    await page.getByLabel('Price', { exact: true }).fill('12.50')
    await page.getByLabel('SKU').fill('LIGHT-1')
    await page.getByLabel('In stock').fill('5')
    await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Published' })
    await page.getByRole('button', { name: 'Add product' }).click()
    await waitForWords(page, 'The product is added')

    const email = newEmail()
    const guest = await visit({ url })
    await guest.page.goto('/')
    await guest.page
      .getByRole('main')
      .getByRole('link', { name: /Lighthouse mug/ })
      .first()
      .click()
    await guest.page.getByRole('img', { name: 'A black mug with a mustard inside' }).first().waitFor()
    await addToCart(guest.page, 'lighthouse-mug')
    await checkOutAsGuest(guest.page, email)
    await decide(guest.page, 'Approve')
    await guest.page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()
    const number = await orderNumber(guest.page)

    await openOrder(page, number)
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Refund' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: /^A part/ }).check()
    await dialog.getByLabel('Amount').fill('2.50')
    await dialog.getByRole('button', { name: 'Refund $2.50' }).click()
    await waitForWords(page, 'The refund is on its way')
    await page.getByText('Partly refunded').first().waitFor({ timeout: 60_000 })
    expect((await receiveMail(server.dataDir, 'order-refunded', email)).text).toContain('$2.50')
    await guest.page.reload()
    await guest.page.getByText('−$2.50').waitFor()
  })
})
