import { expect, it } from 'vitest'
import { findOrders, signInAsStaff } from './back-office.ts'
import { addToCart, fillAddress, newEmail } from './buying.ts'
import { journey } from './journey.ts'

journey('a press is meant once', ({ demo, visit }) => {
  it('places one order for a double click', async () => {
    const email = newEmail()
    const { page } = await visit()
    await addToCart(page, 'marigold-mug')
    await page.goto('/checkout')
    await page.getByLabel('E-mail').fill(email)
    await fillAddress(page)
    await page.getByRole('button', { name: /^Place order/ }).dblclick()
    await page.waitForURL(/\/pay\/sandbox\//)

    const staff = await visit()
    await signInAsStaff(staff.page, demo.owner)
    expect(await findOrders(staff.page, email)).toHaveLength(1)
  })

  it('places one order for a double click without JavaScript', async () => {
    const email = newEmail()
    const { page } = await visit({ javaScript: false })
    await addToCart(page, 'marigold-mug')
    await page.goto('/checkout')
    await page.getByLabel('E-mail').fill(email)
    await fillAddress(page)
    await page.getByRole('button', { name: /^Place order/ }).dblclick()
    await page.waitForURL(/\/pay\/sandbox\//)

    const staff = await visit()
    await signInAsStaff(staff.page, demo.owner)
    expect(await findOrders(staff.page, email)).toHaveLength(1)
  })
})
