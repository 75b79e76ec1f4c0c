import { expect, it } from 'vitest'
import { signInAsStaff } from './back-office.ts'
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
})
