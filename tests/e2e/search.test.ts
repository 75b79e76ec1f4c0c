import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { signInAsStaff, waitForWords } from './back-office.ts'
import { journey } from './journey.ts'

/** Synonyms and pins count within five seconds, pages within one more. */
const SOON = { timeout: 20_000, interval: 500 }

journey('the search', ({ demo, visit }) => {
  it('suggests while one types; arrow keys choose and Enter goes there', async () => {
    const { page } = await visit()
    await page.goto('/')
    const box = searchBox(page)
    await box.fill('bean')
    const list = page.getByRole('listbox', { name: 'Suggestions' })
    const category = list.getByRole('option', { name: 'Beanies', exact: true })
    await category.waitFor()
    await list.getByRole('option', { name: /^Glen slouch beanie/ }).waitFor()
    expect(await box.getAttribute('aria-expanded')).toBe('true')
    const count = await list.getByRole('option').count()
    await page.getByText(`${String(count)} suggestions. Arrow keys choose.`).waitFor({ state: 'attached' })
    // Nothing is chosen before somebody walks into the list.
    expect(await box.getAttribute('aria-activedescendant')).toBeNull()
    for (let step = 0; (await category.getAttribute('aria-selected')) !== 'true'; step++) {
      expect(step).toBeLessThan(count)
      await box.press('ArrowDown')
    }
    expect(await box.getAttribute('aria-activedescendant')).toBe(await category.getAttribute('id'))
    expect(await box.inputValue()).toBe('bean')
    await box.press('Enter')
    await page.waitForURL('/c/beanies')
    await page.getByRole('heading', { level: 1, name: 'Beanies' }).waitFor()
    expect(await list.count()).toBe(0)
  })

  it('closes the suggestions with Escape, and Enter then asks what is typed', async () => {
    const { page } = await visit()
    await page.goto('/')
    const box = searchBox(page)
    await box.fill('beanie')
    await page.getByRole('listbox').waitFor()
    await box.press('Escape')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
    expect(await box.inputValue()).toBe('beanie')
    await box.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Results for “beanie”' }).waitFor()
  })

  it('is a plain form without script', async () => {
    const { page } = await visit({ javaScript: false })
    await page.goto('/')
    const box = page.getByRole('banner').getByRole('searchbox', { name: 'Search' })
    await box.fill('beanie')
    await box.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Results for “beanie”' }).waitFor()
    expect(await titles(page)).toContain('Glen slouch beanie')
  })

  it('corrects what is misspelt, in the suggestions and in the results, and says so', async () => {
    const { page } = await visit()
    await page.goto('/')
    const box = searchBox(page)
    await box.fill('hairdrier')
    await page.getByText('Did you mean “hairdryer”?').first().waitFor()
    await page.getByRole('option', { name: /^Zephyr hairdryer/ }).waitFor()
    await box.press('Enter')
    await page.getByText('These are the results for “hairdryer”.').waitFor()
    expect(await titles(page)).toEqual(['Zephyr hairdryer'])
  })

  it('rescues a question with a word that nothing knows', async () => {
    const { page } = await visit()
    await page.goto('/search?q=qqqqqq+beanie')
    await page.getByText('Nothing is known of “qqqqqq”, so it was left out.').waitFor()
    expect(await titles(page)).toContain('Ness fine-knit beanie')
  })

  it('a category narrows by a value as many as its count says, and by a range of numbers', async () => {
    const { page } = await visit()
    await page.goto('/c/beanies')
    await page.getByRole('heading', { level: 1, name: 'Beanies' }).waitFor()
    expect(await titles(page)).toHaveLength(4)
    const made = page.getByRole('checkbox', { name: /^Scotland/ })
    await openGroup(page, 'Made in')
    const line = page.getByText(/^Scotland\s*\d+$/)
    const count = Number(/\d+$/.exec(await line.first().innerText())?.[0])
    expect(count).toBeGreaterThan(0)
    await made.check()
    await page.getByRole('link', { name: 'Remove filter Made in: Scotland' }).waitFor()
    await expect.poll(() => titles(page)).toHaveLength(count)
    await page.getByRole('link', { name: 'Remove filter Made in: Scotland' }).click()
    await expect.poll(() => titles(page)).toHaveLength(4)

    const { facets } = (await (await page.request.get('/api/v1/search?category=beanies')).json()) as {
      facets: { type: string; key: string; max?: number }[]
    }
    const weight = facets.find(({ key }) => key === 'weight_g')
    const to = page.locator('[name="to.weight_g"]')
    await openGroup(page, 'Weight (g)')
    await to.fill(String((weight?.max ?? 0) - 1))
    await to.press('Enter')
    await expect.poll(async () => (await titles(page)).length).toBeLessThan(4)
    expect(new URL(page.url()).searchParams.get('to.weight_g')).not.toBeNull()
    expect((await titles(page)).length).toBeGreaterThan(0)
  })

  it('staff add a synonym, and the shop finds by it', async () => {
    const { page: staff } = await visit()
    await signInAsStaff(staff, demo.owner)
    await staff.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Search' }).click()
    await staff.getByRole('searchbox', { name: 'Question of a shopper' }).fill('toque')
    await staff.getByText('Nothing is like it: left out').waitFor()
    await staff.getByRole('link', { name: 'Synonyms' }).click()
    await staff.getByRole('main').getByRole('button', { name: 'Add synonym' }).first().click()
    const dialog = staff.getByRole('dialog')
    await dialog.getByLabel('Word').fill('Toques')
    await dialog.getByLabel('Also means').fill('beanie')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await waitForWords(staff, 'The synonym is saved. Shoppers have it in a few seconds.')
    await staff.getByRole('link', { name: 'Try a question' }).click()
    await staff.getByRole('searchbox', { name: 'Question of a shopper' }).fill('toque')
    await staff.getByText('Synonyms: beanie').waitFor()

    const { page } = await visit()
    await expect.poll(() => found(page, 'toque'), SOON).toContain('Glen slouch beanie')

    await staff.goto('/admin/search?view=synonyms')
    await staff.getByRole('button', { name: 'Delete: toque' }).click()
    await staff.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await waitForWords(staff, 'The synonym is deleted')
    await expect.poll(() => found(page, 'toque'), SOON).toEqual([])
  })

  it('staff pin products, put them in order by keyboard, and the shop shows them first', async () => {
    const { page: staff } = await visit()
    await signInAsStaff(staff, demo.owner)
    await staff.goto('/admin/search?view=pins')
    await staff.getByRole('main').getByRole('button', { name: 'Pin products' }).first().click()
    const dialog = staff.getByRole('dialog')
    await dialog.getByLabel('Question').fill('Beanie')
    await lookUp(staff, 'marigold', 'Marigold mug')
    await lookUp(staff, 'meridian', 'Meridian mesh watch')
    await dialog.getByRole('button', { name: 'Move up: Meridian mesh watch' }).focus()
    await staff.keyboard.press('Alt+ArrowUp')
    await staff.getByText('Meridian mesh watch is number 1 of 2.').waitFor({ state: 'attached' })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await waitForWords(staff, 'The products are pinned. Shoppers see it in a few seconds.')

    const { page } = await visit()
    await expect
      .poll(async () => (await found(page, 'beanie')).slice(0, 2), SOON)
      .toEqual(['Meridian mesh watch', 'Marigold mug'])
    await staff.goto('/admin/search?q=beanie')
    await staff.getByText('2 pinned products stand first.').waitFor()

    await staff.goto('/admin/search?view=pins')
    await staff.getByRole('button', { name: 'Delete: beanie' }).click()
    await staff.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await waitForWords(staff, 'Nothing is pinned to the question any more')
    await expect.poll(() => found(page, 'beanie'), SOON).not.toContain('Marigold mug')
  })

  it('staff have the index built anew, and the shop finds all the while', async () => {
    const { page: staff } = await visit()
    await signInAsStaff(staff, demo.owner)
    await staff.goto('/admin/search?view=index')
    const built = staff.getByText('Times built').locator('xpath=following-sibling::p[1]')
    await built.waitFor()
    const before = Number(await built.innerText())
    const { page } = await visit()
    await staff.getByRole('button', { name: 'Build anew' }).click()
    await waitForWords(staff, 'The index is being built anew')
    let after = before
    while (after === before) {
      const answer = await page.request.get(`/api/v1/search?q=beanie&page_size=5`)
      expect(((await answer.json()) as { total: number }).total).toBeGreaterThan(0)
      after = Number(await built.innerText())
    }
    expect(after).toBe(before + 1)
    await staff.getByRole('button', { name: 'Build anew' }).waitFor()
    expect(await found(page, 'beanie')).toContain('Glen slouch beanie')
  })
})

function searchBox(page: Page) {
  return page.getByRole('banner').getByRole('combobox', { name: 'Search' })
}

/** Finds a product in the dialog that pins, by keyboard. */
async function lookUp(page: Page, words: string, name: string): Promise<void> {
  const line = page.getByRole('dialog').getByRole('combobox', { name: 'Add a product' })
  await line.fill(words)
  await page.getByRole('option', { name }).waitFor()
  await line.press('ArrowDown')
  await line.press('Enter')
  await page.getByRole('dialog').getByRole('listitem').filter({ hasText: name }).waitFor()
}

/** Opens a group of the filters where it is folded. */
async function openGroup(page: Page, title: string): Promise<void> {
  const summary = page.locator('#filters summary').filter({ hasText: title })
  if ((await summary.locator('xpath=..').getAttribute('open')) === null) await summary.click()
}

/** Names of the products that the list shows, in their order. */
async function titles(page: Page): Promise<string[]> {
  return page.locator('#products').getByRole('heading', { level: 2 }).allInnerTexts()
}

async function found(page: Page, q: string): Promise<string[]> {
  await page.goto(`/search?q=${encodeURIComponent(q)}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return titles(page)
}
