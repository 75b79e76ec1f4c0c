import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { signInAsStaff } from './back-office.ts'
import { journey } from './journey.ts'

const sheet = (...lines: string[]) => ({
  name: 'lamps.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
})

journey('somebody who brings in a file of products', ({ demo, visit }) => {
  it('sees what it would change, says how columns are read, imports, and is told what was refused', async () => {
    const { page } = await visit()
    await signInAsStaff(page, demo.owner)
    await page.goto('/admin/products')
    await page.getByRole('link', { name: 'Import and export' }).click()
    await page
      .locator('input[type=file]')
      .setInputFiles(
        sheet(
          'Bezeichnung;Nummer;Preis;Farbe',
          'Journey lamp;JL-1;12,50;Red',
          'Journey bulb;JL-2;viel;',
          'Journey shade;JL-3;7;Blue',
        ),
      )
    await page.waitForURL(/\/products\/transfers\/[0-9a-f-]{36}$/)
    await page.getByText('Still missing: SKU.').waitFor()
    await page.getByLabel('Read the column Nummer as').selectOption('SKU')
    await page.getByLabel('Read the column Farbe as').selectOption('Attribute')
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await page.getByText('Nothing was changed yet. Look at the rows below').waitFor()
    await page
      .getByRole('row')
      .filter({ hasText: 'Journey bulb' })
      .getByText('This is not a price.')
      .waitFor()
    // Nothing was written, and what was found survives another look at the page.
    await page.reload()
    await page.getByRole('button', { name: 'Import 2 products' }).click()
    await expect
      .poll(() => page.locator('header').last().textContent(), { timeout: 20_000 })
      .toContain('Done')
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Refused rows as CSV' }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toBe('lamps-refused.csv')
    expect(await readFile(await saved.path(), 'utf8')).toContain(
      '3,JL-2,Journey bulb,Preis,Preis is not a price in',
    )
    await page.goto('/admin/products?q=journey')
    await page.getByRole('link', { name: 'Journey lamp' }).waitFor()
    await page.getByRole('link', { name: 'Journey shade' }).waitFor()
  })

  it('takes products out, and brings them in again: nothing changes', async () => {
    const { page } = await visit()
    await signInAsStaff(page, demo.owner)
    await page.goto('/admin/products?status=published')
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
    await page.waitForURL(/\/products\/transfers\/[0-9a-f-]{36}$/)
    const download = page.getByRole('button', { name: 'Download' })
    await download.waitFor({ timeout: 20_000 })
    const saving = page.waitForEvent('download')
    await download.click()
    const file = await (await saving).path()
    const buffer = await readFile(file)
    expect(buffer.toString('utf8').split('\n').length).toBeGreaterThan(50)
    await page.goto('/admin/products/transfers')
    await page.locator('input[type=file]').setInputFiles({ name: 'again.csv', mimeType: 'text/csv', buffer })
    await page.waitForURL(/\/products\/transfers\/[0-9a-f-]{36}$/)
    await page.getByText('Nothing would change').waitFor({ timeout: 20_000 })
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByText('It is deleted').waitFor()
  })
})
