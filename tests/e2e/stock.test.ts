import { expect, it } from 'vitest'
import { signInAsStaff } from './back-office.ts'
import { addToCart, checkOutAsGuest, decide, fillAddress, newEmail, placeOrder } from './buying.ts'
import { journey } from './journey.ts'

journey('somebody who keeps the stock', ({ demo, visit }) => {
  it('adds a location, moves pieces there, and applies a count', async () => {
    const { page } = await visit()
    await signInAsStaff(page, demo.owner)
    await page.goto('/admin/inventory/locations')
    await page.getByRole('button', { name: 'Add location' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Cellar')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('The location is saved').waitFor()
    await page.getByRole('link', { name: 'Cellar' }).waitFor()

    await page.goto('/admin/inventory?page=2')
    await page
      .getByRole('link', { name: /^Places and history/ })
      .first()
      .click()
    await page.waitForURL(/\/admin\/inventory\/[0-9a-f-]{36}$/)
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    await page.getByRole('textbox', { name: 'Pieces' }).fill('1')
    await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click()
    await page.getByText('The pieces are moved').waitFor()
    await page.getByText('Moved').first().waitFor()
    const sku = (await page.locator('header p, h1 ~ p').allTextContents()).join(' ').trim()

    await page.goto('/admin/inventory/stock-takes')
    await page.getByRole('button', { name: 'Upload counts' }).click()
    await page.getByRole('textbox', { name: 'What it is called' }).fill('Spring')
    await page.getByLabel('CSV file').setInputFiles({
      name: 'counts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`sku,counted\n${sku.split(' ')[0] ?? ''},77\nNO-SUCH,1\n`),
    })
    await page.getByRole('button', { name: 'Upload and compare' }).click()
    await page.waitForURL(/\/stock-takes\/[0-9a-f-]{36}$/)
    await page.getByText('No article has this SKU.').waitFor()
    await page.getByRole('button', { name: 'Apply differences' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Apply differences' }).click()
    await expect.poll(() => page.locator('dl').first().textContent(), { timeout: 15_000 }).toMatch(/Applied1/)
  })

  it('adjusts ticked articles at once, and is told by row what could not be', async () => {
    const { page } = await visit()
    await signInAsStaff(page, demo.owner)
    await page.goto('/admin/inventory?page=2')
    const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox') })
    await rows.first().waitFor()
    // What is adjusted may move to another page: the lowest come first.
    const history = rows.first().getByRole('link', { name: /^Places and history/ })
    const path = (await history.getAttribute('href')) ?? ''
    for (const place of [0, 1]) await rows.nth(place).getByRole('checkbox').check()
    await page.getByText('2 articles selected').waitFor()
    await page.getByRole('button', { name: 'Adjust selected' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Pieces to add' }).fill('2')
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Delivery 4711')
    await dialog.getByRole('button', { name: 'Adjust 2 articles' }).click()
    await page.getByText('2 articles are adjusted').waitFor()
    await page.getByText('articles selected').waitFor({ state: 'detached' })

    // More than lies there can be taken of neither.
    await rows.first().getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Adjust selected' }).click()
    await dialog.getByRole('textbox', { name: 'Pieces to add' }).fill('-900000')
    await dialog.getByRole('button', { name: 'Adjust 1 article' }).click()
    await dialog.getByText('So many pieces are not there, or orders have reserved them.').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await page.getByText('1 article selected').waitFor()

    await page.goto(path)
    await page.getByText('Delivery 4711').waitFor()
  })

  it('says how many articles run low, and who holds pieces until when', async () => {
    const guest = await visit()
    await addToCart(guest.page, 'marigold-mug')
    await checkOutAsGuest(guest.page, newEmail())
    const { page } = await visit()
    await signInAsStaff(page, demo.owner)
    await page
      .getByRole('navigation', { name: 'Navigation' })
      .getByRole('link', { name: /Inventory .*run(s)? low/ })
      .click()
    await page.getByRole('searchbox').fill('Marigold mug')
    await page.waitForURL(/q=Marigold/)
    await page
      .getByRole('link', { name: /^Places and history: Marigold mug, Single/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Held by orders' }).waitFor()
    await page
      .getByText(/^until /)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Order', exact: true }).first().click()
    await page.waitForURL(/\/admin\/orders\/[0-9a-f-]{36}$/)
    await page.getByRole('heading', { level: 1 }).waitFor()
  })

  it('lets a shopper order what ships later, and says so from the product to the order', async () => {
    const { page } = await visit()
    await signInAsStaff(page, demo.owner)
    await page.goto('/admin/inventory?q=Isola')
    await page
      .getByRole('link', { name: /^Places and history/ })
      .first()
      .click()
    await page.getByRole('textbox', { name: 'May be ordered beyond stock' }).fill('3')
    await page.getByRole('button', { name: 'Save rules' }).click()
    await page.getByText('The rules are saved').waitFor()
    const variant = page.url().split('/').at(-1) ?? ''

    const guest = await visit()
    const path = `/p/isola-broderie-dress?variant=${variant}`
    const later = guest.page.getByText('Can be ordered, ships later')
    await expect
      .poll(
        async () => {
          await guest.page.goto(path)
          return later.count()
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0)
    await guest.page.getByRole('main').getByRole('button', { name: 'Add to cart' }).click()
    await guest.page.getByText('Added to your cart').waitFor()
    await guest.page.goto('/cart')
    await guest.page.getByText('Ships later: not all of it is here yet.').waitFor()
    await guest.page.goto('/checkout')
    // Once in the summary that is folded on a phone, and once beside the form.
    const note = guest.page.getByText('Ships later: not all of it is here yet.').filter({ visible: true })
    await note.first().waitFor()
    await guest.page.getByLabel('E-mail').fill(newEmail())
    await fillAddress(guest.page)
    await placeOrder(guest.page)
    await decide(guest.page, 'Approve')
    await guest.page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor()
    await note.first().waitFor()

    // Other journeys through the same shop find the dress sold out.
    await page.getByRole('textbox', { name: 'May be ordered beyond stock' }).fill('0')
    await page.getByRole('button', { name: 'Save rules' }).click()
    const gone = guest.page.getByRole('link', { name: 'Sign in to be told when it is back' })
    await expect.poll(() => guest.page.goto(path).then(() => gone.count()), { timeout: 20_000 }).toBe(1)
  })
})
