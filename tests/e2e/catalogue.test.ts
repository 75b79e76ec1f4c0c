import axe from 'axe-core'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningDemo, startDemo } from '../support/demo-shop.ts'
import { signInAsStaff, waitForWords } from './back-office.ts'
import { addToCart, checkOutAsGuest, decide, newEmail } from './buying.ts'
import { journey } from './journey.ts'

const START_MS = 180_000
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Nothing that axe finds, once every colour has arrived. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const violations = () =>
    page.evaluate(
      `axe.run({ runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html.slice(0, 200)).join(' ')))`,
    )
  await expect.poll(violations, { timeout: 10_000 }).toEqual([])
}

async function attributes(places: Locator, name: string): Promise<(string | null)[]> {
  return await Promise.all((await places.all()).map((each) => each.getAttribute(name)))
}

/** The id of a product, by its address in the shop. */
async function idOf(url: string, slug: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/products/by-slug/${slug}`)
  return ((await answer.json()) as { id: string }).id
}

journey('somebody who keeps the catalogue', ({ visit }) => {
  let running: RunningDemo
  beforeAll(async () => {
    running = await startDemo({ env: { SHOP_CURRENCIES: 'JPY', RATE_LIMIT_FACTOR: '10' } })
  }, START_MS)
  afterAll(() => running.stop())

  const owner = async (expected: RegExp[] = []) => {
    const { page } = await visit({ url: running.demo.url, expected })
    await signInAsStaff(page, running.demo.owner)
    return page
  }

  it('prices an article in another currency, and a shopper buys it in that one', async () => {
    const { url } = running.demo
    const page = await owner()
    await page.goto(`/admin/products/${await idOf(url, 'marigold-mug')}`)
    const grid = page.getByRole('region', { name: 'Prices in other currencies' })
    const yen = grid.getByRole('textbox', { name: /: Price JPY$/ })
    await yen.first().fill('12,50')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Use an amount such as', { exact: false }).first().waitFor()
    for (const field of await yen.all()) await field.fill('1250')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await waitForWords(page, 'The product is saved')

    const { page: shop } = await visit({ url })
    await shop.goto('/p/marigold-mug')
    await shop.getByRole('button', { name: 'Japanese Yen' }).click()
    await shop.getByRole('main').getByText('¥1,250').first().waitFor()
    await addToCart(shop, 'marigold-mug')
    await shop.goto('/cart')
    await shop.getByText('¥1,250').first().waitFor()

    // What has no price in yen says so, and cannot be put beside it.
    await shop.goto('/p/harbour-crew-tee')
    await shop.getByRole('main').getByText('Not sold in JPY').first().waitFor()
    expect(await shop.getByRole('main').getByRole('button', { name: 'Add to cart' }).isDisabled()).toBe(true)
    await expectAccessible(shop)

    await checkOutAsGuest(shop, newEmail())
    await shop.getByText('¥', { exact: false }).first().waitFor()
    await decide(shop, 'Approve')
    await shop.getByRole('main').getByText('¥1,250').first().waitFor()
    expect(await shop.getByRole('main').textContent()).not.toContain('$')
  })

  it('a cart that was filled in one currency is whole in another, without what is not sold there', async () => {
    const { page: shop } = await visit({ url: running.demo.url })
    await addToCart(shop, 'marigold-mug')
    await shop.goto('/p/harbour-crew-tee')
    await shop.getByRole('main').getByRole('button', { name: 'Add to cart' }).click()
    await shop.getByText('Added to your cart').waitFor()
    await shop.goto('/cart')
    await shop.getByRole('button', { name: 'Japanese Yen' }).click()
    await shop.getByText('Not sold in this currency').waitFor()
    expect(await shop.getByRole('link', { name: 'Checkout' }).count()).toBe(0)
    expect(await shop.getByRole('main').getByRole('region', { name: 'Summary' }).textContent()).toContain(
      '¥1,250',
    )
    await expectAccessible(shop)
  })

  it('shows a draft by a link alone, until the link is ended', async () => {
    const { url } = running.demo
    const page = await owner()
    await page.goto(`/admin/products/${await idOf(url, 'harbour-crew-tee')}`)
    await page.getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await waitForWords(page, 'A draft of the product is added')
    await page.getByRole('button', { name: 'Preview' }).click()
    const dialog = page.getByRole('dialog', { name: 'Preview' })
    await dialog.getByRole('button', { name: 'Make a link' }).click()
    const link = await dialog.getByLabel('Link', { exact: true }).inputValue()
    await expectAccessible(page)

    const { page: shop } = await visit({ url, expected: [/status of 404/] })
    const path = new URL(link).pathname
    const answer = await shop.goto(path)
    expect(answer?.headers()).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    })
    await shop.getByText('This product is not published.', { exact: false }).waitFor()
    expect(await shop.getByRole('button', { name: 'Add to cart' }).count()).toBe(0)
    await expectAccessible(shop)
    await shop.goto('/search?q=harbour+crew+tee')
    const found = await attributes(shop.locator('main a[href^="/p/"]'), 'href')
    expect(found.filter((href) => href?.startsWith('/p/harbour-crew-tee-'))).toEqual([])

    await dialog.getByRole('button', { name: 'End all links' }).click()
    await waitForWords(page, 'All preview links of this product are ended')
    expect((await shop.goto(path))?.status()).toBe(404)
    await shop.getByText('This preview link has ended').first().waitFor()
  })

  it('plans a sale price by price, and the shop strikes what was asked before', async () => {
    const { url } = running.demo
    const page = await owner()
    const id = await idOf(url, 'marigold-mug')
    await page.goto(`/admin/products/${id}/prices`)
    await page.getByRole('button', { name: 'Plan a sale' }).click()
    const dialog = page.getByRole('dialog', { name: 'Plan a sale' })
    await dialog.getByRole('button', { name: 'One by one' }).click()
    for (const field of await dialog.getByRole('textbox', { name: /sale price JPY$/ }).all())
      await field.fill('990')
    await dialog.getByLabel('Ends').fill('2099-01-01T00:00')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Plan a sale' }).click()
    await waitForWords(page, 'The sale is planned')
    await page.getByText('Running').first().waitFor()

    const { page: shop } = await visit({ url })
    await shop.goto('/p/marigold-mug')
    await shop.getByRole('button', { name: 'Japanese Yen' }).click()
    await shop.getByRole('main').getByText('¥990').first().waitFor()
    await shop.getByText('Lowest price of the 30 days before', { exact: false }).first().waitFor()
  })

  it('moves a category by keyboard and by hand, and is told when somebody else was first', async () => {
    const page = await owner([/status of 409/])
    await page.goto('/admin/categories')
    const handles = page.locator('[data-handle]')
    await handles.first().waitFor()
    await expectAccessible(page)
    const names = () => attributes(handles, 'aria-label')
    const before = await names()
    const topLevel = page.locator('main ul').first().locator('> li > div [data-handle]')
    const top = await attributes(topLevel, 'aria-label')
    expect(top.length).toBeGreaterThan(2)

    const first = page.getByRole('button', { name: top[0] ?? '', exact: true })
    await first.focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(async () => (await names())[0]).toBe(top[1])
    // The focus went along, so that the next key moves the same one.
    await expect
      .poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label") ?? ""'))
      .toBe(top[0])
    await page.keyboard.press('ArrowUp')
    await expect.poll(names).toEqual(before)

    const last = page.getByRole('button', { name: top.at(-1) ?? '', exact: true })
    const row = (name: string) =>
      page.locator('[draggable=true]').filter({ has: page.getByRole('button', { name, exact: true }) })
    await row(top.at(-1) ?? '').dragTo(row(top[0] ?? ''), { targetPosition: { x: 120, y: 4 } })
    await expect.poll(async () => (await names())[0]).toBe(top.at(-1))
    await last.waitFor()

    // Another window moves one: what this one still shows is not what it would change.
    const other = await owner()
    await other.goto('/admin/categories')
    await other.getByRole('button', { name: top[0] ?? '', exact: true }).press('ArrowDown')
    await expect
      .poll(() => other.locator('[role=status]').allTextContents())
      .toContainEqual(expect.stringContaining('is moved'))
    await page.getByRole('button', { name: top[1] ?? '', exact: true }).press('ArrowUp')
    await waitForWords(page, 'Somebody else has changed the tree meanwhile. This is how it stands now.')
  })
})
