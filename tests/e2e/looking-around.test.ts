import { expect, it } from 'vitest'
import { chooseValues } from './buying.ts'
import { journey } from './journey.ts'

journey('looking around', ({ visit }) => {
  it('search finds, filters narrow, and the address keeps both', async () => {
    const { page } = await visit()
    await page.goto('/')
    const box = page.getByRole('banner').getByRole('combobox', { name: 'Search' })
    await box.fill('jeans')
    await box.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Results for “jeans”' }).waitFor()
    const count = async () =>
      Number.parseInt(
        await page
          .getByText(/^\d+ products?$/)
          .first()
          .innerText(),
        10,
      )
    const all = await count()
    expect(all).toBeGreaterThan(1)
    await page.getByRole('checkbox', { name: /^Overlea/ }).check()
    await page.getByRole('link', { name: 'Remove filter Overlea' }).waitFor()
    await expect.poll(count).toBeLessThan(all)
    expect(new URL(page.url()).searchParams.get('brand')).toBe('Overlea')
    const narrowed = await count()
    await page.reload()
    expect(await count()).toBe(narrowed)
    await page.getByRole('link', { name: 'Remove filter Overlea' }).click()
    await expect.poll(count).toBe(all)
  })

  it('a search without a result names the words that nothing knows, and leads out of the filters', async () => {
    const { page } = await visit()
    await page.goto('/search?q=jeans+zzzz&price_max=1')
    await page.getByText('Nothing found for “jeans zzzz”').waitFor()
    await page.getByText('No product mentions “zzzz”.').waitFor()
    await page.getByRole('link', { name: 'Clear all filters' }).click()
    await page.getByText('Nothing is known of “zzzz”, so it was left out.').waitFor()
    expect(new URL(page.url()).search).toBe('?q=jeans+zzzz')
  })

  it('the language and the appearance are chosen once and stay', async () => {
    const { page } = await visit()
    await page.goto('/p/harbour-crew-tee')
    await page.getByRole('contentinfo').getByRole('button', { name: 'Deutsch' }).click()
    await page.getByRole('button', { name: 'In den Warenkorb' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    await page.getByRole('contentinfo').getByRole('button', { name: 'Dunkel' }).click()
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.goto('/cart')
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  })

  it('a browser that asks for German gets German', async () => {
    const { page } = await visit({ locale: 'de-DE' })
    await page.goto('/cart')
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
  })

  it('an address that leads nowhere says so, with the way on', async () => {
    const { page } = await visit({ expected: [/status of 404/] })
    const answer = await page.goto('/nowhere')
    expect(answer?.status()).toBe(404)
    await page.getByRole('heading', { level: 1, name: 'This page is not here' }).waitFor()
    await page.getByRole('link', { name: 'Go to the home page' }).click()
    await page.waitForURL(/\/$/)
  })

  it('choosing a variant changes what is bought', async () => {
    const { page } = await visit()
    await page.goto('/p/marigold-mug')
    await chooseValues(page, ['Set of 4'])
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await page.getByRole('link', { name: 'View cart' }).click()
    await page.getByText('Set: Set of 4').waitFor()
  })
})
