import { expect, it } from 'vitest'
import { receiveMail } from '../support/mailbox.ts'
import { openOrder, signInAsStaff, waitForWords } from './back-office.ts'
import {
  addToCart,
  buyer,
  chooseValues,
  decide,
  fillAddress,
  newEmail,
  orderNumber,
  placeOrder,
} from './buying.ts'
import { journey } from './journey.ts'

journey('a guest buys', ({ demo, visit }) => {
  it('from the first page to the parcel on its way', async () => {
    const email = newEmail()
    const { page } = await visit()
    await page.goto('/')
    await page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Clothing' }).click()
    await page.getByRole('heading', { level: 1, name: 'Clothing' }).waitFor()
    await page
      .getByRole('main')
      .getByRole('link', { name: /Harbour crew tee/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: 'Harbour crew tee' }).waitFor()
    await chooseValues(page, ['L', 'Single'])
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await page.getByText('Added to your cart').waitFor()
    await page.getByRole('link', { name: 'View cart' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your cart' }).waitFor()
    expect(await page.getByRole('main').innerText()).toContain('Size: L')
    await page.getByRole('link', { name: 'Check out' }).click()
    await page.getByLabel('E-mail').fill(email)
    await fillAddress(page)
    await placeOrder(page)
    await decide(page, 'Approve')

    await page.getByRole('heading', { level: 1, name: `Thank you, ${buyer.name}` }).waitFor()
    const number = await orderNumber(page)
    const confirmation = await receiveMail(demo.dataDir, 'order-confirmation', email)
    expect(confirmation.subject).toContain(number)

    const staff = await visit()
    await signInAsStaff(staff.page, demo.owner)
    await openOrder(staff.page, number)
    await staff.page.getByRole('button', { name: 'Mark as processing' }).click()
    await waitForWords(staff.page, 'The order is being processed')
    await staff.page.getByRole('button', { name: 'Mark as shipped' }).click()
    const dialog = staff.page.getByRole('dialog', { name: 'Mark as shipped' })
    await dialog.getByLabel('Carrier').fill('Harbour Post')
    await dialog.getByLabel('Tracking number').fill('HP-4711')
    await dialog.getByRole('button', { name: 'Mark as shipped' }).click()
    await waitForWords(staff.page, 'The order is marked as shipped')

    const shipped = await receiveMail(demo.dataDir, 'order-shipped', email)
    expect(shipped.text).toContain('HP-4711')
    const stranger = await visit()
    await stranger.page.goto(shipped.links.find((link) => link.includes('/orders/')) ?? 'no link')
    await stranger.page.getByRole('heading', { level: 1, name: `Order ${number}` }).waitFor()
    await stranger.page.getByText('HP-4711').waitFor()
  })

  it('without JavaScript', async () => {
    const email = newEmail()
    const { page } = await visit({ javaScript: false })
    await page.goto('/')
    await page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Clothing' }).click()
    await page
      .getByRole('main')
      .getByRole('link', { name: /Harbour crew tee/ })
      .first()
      .click()
    await addToCart(page, 'harbour-crew-tee', ['L', 'Pack of 3'])
    await page.getByRole('link', { name: 'View cart' }).click()
    await page.getByLabel('Quantity of Harbour crew tee').fill('2')
    await page.getByRole('button', { name: 'Update' }).click()
    await page.getByRole('link', { name: 'Cart, 2 items' }).waitFor()
    await page.getByRole('link', { name: 'Check out' }).click()
    await page.getByLabel('E-mail').fill(email)
    await fillAddress(page)
    await page.getByRole('button', { name: 'Update delivery' }).click()
    expect(await page.getByLabel('Full name').inputValue()).toBe(buyer.name)
    await placeOrder(page)
    await decide(page, 'Approve')
    await page.getByRole('heading', { level: 1, name: `Thank you, ${buyer.name}` }).waitFor()
    const { subject } = await receiveMail(demo.dataDir, 'order-confirmation', email)
    expect(subject).toContain(await orderNumber(page))
  })
})
