import { expect, it } from 'vitest'
import { receiveMail } from '../support/mailbox.ts'
import { newPassword } from '../support/shop-server.ts'
import { addToCart, buyer, decide, fillAddress, newEmail, orderNumber, placeOrder } from './buying.ts'
import { journey } from './journey.ts'

journey('a customer', ({ demo, visit }) => {
  it('signs up, confirms the address, keeps the cart, buys and cancels', async () => {
    const email = newEmail()
    const password = newPassword()
    const { page } = await visit()
    await addToCart(page, 'linnet-everyday-tee', ['M'])
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

    await page.getByRole('link', { name: 'Cart, 1 item' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Linnet everyday tee' }).waitFor()
    await page.getByRole('link', { name: 'Check out' }).click()
    await page.getByText(`Signed in as ${email}`).waitFor()
    await fillAddress(page)
    await placeOrder(page)
    await decide(page, 'Approve')
    await page.getByRole('heading', { level: 1, name: `Thank you, ${buyer.name}` }).waitFor()
    const number = await orderNumber(page)

    await page.goto('/account/orders')
    await page.getByRole('link', { name: `Order ${number}` }).click()
    await page.getByRole('heading', { level: 1, name: `Order ${number}` }).waitFor()
    await page.getByText('Cancel order').first().click()
    await page.getByRole('button', { name: 'Cancel order' }).click()
    await page.getByText('This order was cancelled').waitFor()
    expect((await receiveMail(demo.dataDir, 'order-cancelled', email)).subject).toContain(number)
  })

  it('adds what was in the cart before signing in to what waits in the account', async () => {
    const signIn = async (path: string) => {
      const { page } = await visit()
      await addToCart(page, path)
      await page.goto('/sign-in?next=/cart')
      await page.getByLabel('E-mail').fill(demo.shopper.email)
      await page.getByRole('textbox', { name: 'Password' }).fill(demo.shopper.password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'Your cart' }).waitFor()
      return page
    }
    await signIn('pantry-bamboo-jar')
    const page = await signIn('marigold-mug')
    const main = page.getByRole('main')
    await main.getByRole('link', { name: 'Pantry jar with bamboo lid' }).waitFor()
    await main.getByRole('link', { name: 'Marigold mug' }).waitFor()
    for (const left of [1, 0]) {
      await main
        .getByRole('button', { name: /^Remove/ })
        .first()
        .click()
      await expect.poll(() => main.getByRole('button', { name: /^Remove/ }).count()).toBe(left)
    }
  })
})
