import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { call } from '../support/api.ts'
import { receiveMail } from '../support/mailbox.ts'
import { rampart } from '../support/rampart-command.ts'
import { orderOf } from '../support/rivals.ts'
import { newPassword, removeData, startShop } from '../support/shop-server.ts'
import { signInAsStaff } from './back-office.ts'
import { addToCart, buyer, decide, fillAddress, newEmail, placeOrder } from './buying.ts'
import { journey } from './journey.ts'

const MUG = { slug: 'marigold-mug', name: 'Marigold mug' }
const JAR = { slug: 'pantry-bamboo-jar', name: 'Pantry jar with bamboo lid' }

const sheet = `name,sku,price,quantity,brand,category,description
Copper kettle,KETTLE,30.00,5,Acme,Kitchen,
Steel pan,PAN,20.00,5,Acme,Kitchen,
Wooden spoon,SPOON,5.00,5,Acme,Kitchen,
`

journey('what goes with what', ({ demo, visit }) => {
  it('a fresh shop without any order shows what is alike, and says so', { timeout: 240_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rampart-sheet-'))
    const server = await startShop({ processes: 1 })
    try {
      await writeFile(join(folder, 'sheet.csv'), sheet)
      const imported = await rampart(['catalog', 'import', join(folder, 'sheet.csv')], {
        DATA_DIR: server.dataDir,
      })
      expect(imported.code, imported.err).toBe(0)
      const { page } = await visit({ url: `http://localhost:${String(server.port)}` })
      await page.goto('/p/copper-kettle')
      const similar = section(page, 'Similar products')
      await similar.getByText('Similar to Copper kettle').waitFor()
      for (const name of ['Steel pan', 'Wooden spoon'])
        await similar.getByRole('link', { name }).first().waitFor()
      expect(await similar.getByRole('link', { name: 'Copper kettle' }).count()).toBe(0)

      // What was looked at leads on; what lies in the cart is not offered again.
      await page.goto('/')
      await section(page, 'For you').getByText('Because you looked at Copper kettle').waitFor()
      await addToCart(page, 'steel-pan')
      await page.goto('/cart')
      const beside = section(page, 'Similar products')
      await beside.getByRole('link', { name: 'Wooden spoon' }).first().waitFor()
      expect(await beside.getByRole('link', { name: 'Steel pan' }).count()).toBe(0)
    } finally {
      await server.stop()
      await removeData(server.dataDir)
      await rm(folder, { recursive: true })
    }
  })

  it('orders teach: beside the product, at home, and in the mail', { timeout: 180_000 }, async () => {
    const staff = await visit()
    await signInAsStaff(staff.page, demo.owner)
    const known = await ordersKnown(staff.page)
    const variants = await Promise.all([variantOf(demo.url, MUG.slug), variantOf(demo.url, JAR.slug)])
    for (let count = 0; count < 4; count++) await buyAsGuest(demo.url, variants, newEmail())
    const customer = await visit()
    await signUp(customer.page)
    await addToCart(customer.page, MUG.slug)
    await customer.page.goto('/checkout')
    await fillAddress(customer.page)
    await placeOrder(customer.page)
    await decide(customer.page, 'Approve')
    await customer.page.getByRole('heading', { level: 1, name: `Thank you, ${buyer.name}` }).waitFor()

    await expect.poll(() => ordersKnown(staff.page), { timeout: 30_000 }).toBeGreaterThanOrEqual(known + 5)
    await staff.page.getByRole('button', { name: 'Train now' }).click()
    await staff.page.getByText('Training is ordered').waitFor()
    const learnt = async () => Number(await fact(staff.page, 'From orders'))
    await expect.poll(learnt, { timeout: 60_000 }).toBeGreaterThanOrEqual(known + 5)

    const guest = await visit()
    await guest.page.goto(`/p/${MUG.slug}`)
    const together = section(guest.page, 'Often bought together')
    await together.getByText(`Often bought with ${MUG.name}`).waitFor()
    await together.getByRole('link', { name: JAR.name }).first().waitFor()

    await customer.page.goto('/')
    const forYou = section(customer.page, 'For you')
    await forYou.getByText(new RegExp(`Because you bought .*${MUG.name}`)).waitFor()
    // What was bought just now is not offered again.
    expect(await forYou.getByRole('link', { name: MUG.name }).count()).toBe(0)

    const email = newEmail()
    await buyAsGuest(demo.url, variants.slice(0, 1), email)
    const mail = await receiveMail(demo.dataDir, 'order-confirmation', email)
    expect(mail.text).toContain(`Often bought with ${MUG.name}`)
    expect(mail.links.filter((link) => link.endsWith(`/p/${JAR.slug}`))).toHaveLength(1)
    expect(mail.links.filter((link) => link.endsWith(`/p/${MUG.slug}`))).toEqual([])
  })

  it('a customer has the shop forget what they looked at', async () => {
    const { page } = await visit()
    await signUp(page)
    await page.goto(`/p/${JAR.slug}`)
    await page.goto('/account/privacy')
    await page.getByText('We remember what you look at: one product at present.').waitFor()
    await page.getByRole('button', { name: 'Stop and forget it' }).click()
    await page.getByText('We have forgotten what you looked at').waitFor()
    await page.goto(`/p/${MUG.slug}`)
    await page.goto('/account/privacy')
    await page.getByText('We do not remember what you look at.').waitFor()
    await page.getByRole('button', { name: 'Remember what I look at' }).click()
    await page.getByText('At present that is nothing.').waitFor()
  })

  async function signUp(page: Page): Promise<void> {
    const [email, password] = [newEmail(), newPassword()]
    await page.goto('/sign-up')
    await page.getByLabel('Full name').fill(buyer.name)
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('textbox', { name: 'Password' }).fill(password)
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.getByRole('heading', { level: 1, name: 'Check your mail' }).waitFor()
    const mail = await receiveMail(demo.dataDir, 'verify-email', email)
    await page.goto(mail.links.find((link) => link.includes('/verify-email?token=')) ?? 'no link')
    await page.getByRole('button', { name: 'Confirm address' }).click()
    await page.getByText('Your address is confirmed').waitFor()
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('textbox', { name: 'Password' }).fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: `Hello, ${buyer.name}` }).waitFor()
  }
})

/** The part of a page below a heading. */
const section = (page: Page, heading: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading, exact: true }) })

/** A figure of the page about recommendations, as a number. */
async function fact(page: Page, name: string): Promise<string> {
  const text = await page
    .getByText(name, { exact: true })
    .locator('xpath=following-sibling::*[1]')
    .innerText()
  return text.replaceAll(/\D/g, '')
}

async function ordersKnown(page: Page): Promise<number> {
  await page.goto('/admin/recommendations')
  await page.getByRole('heading', { level: 1, name: 'Recommendations' }).waitFor()
  return Number(await fact(page, 'Paid orders of this shop'))
}

async function variantOf(url: string, slug: string): Promise<string> {
  const { body } = await call(url, 'GET', `/products/by-slug/${slug}`)
  const [variant] = (body as unknown as { variants: { id: string }[] }).variants
  if (variant === undefined) throw new Error(`${slug} has no variant.`)
  return variant.id
}

async function buyAsGuest(url: string, variantIds: readonly string[], email: string): Promise<void> {
  const lines = variantIds.map((variant_id) => ({ variant_id, quantity: 1 }))
  const body = { ...orderOf(lines), email }
  const placed = await call(url, 'POST', '/orders', body, { idempotencyKey: randomUUID() })
  expect(placed.status, JSON.stringify(placed.body)).toBe(201)
  const { payment } = placed.body as unknown as { payment: { id: string } }
  const paid = await call(url, 'POST', `/payments/sandbox/${payment.id}/approve`, {})
  expect(paid.status, JSON.stringify(paid.body)).toBeLessThan(300)
}
