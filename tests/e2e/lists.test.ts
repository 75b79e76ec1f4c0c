import { expect, it } from 'vitest'
import { journey } from './journey.ts'
import { signUp } from './reviewing.ts'

journey('lists', ({ demo, visit }) => {
  it('a wishlist goes along at sign-in, is named and shared, opened by a stranger, moved to the cart and withdrawn', async () => {
    const { page } = await visit()
    await page.goto('/p/meridian-mesh-watch')
    await page.getByRole('main').getByRole('button', { name: 'Add to wishlist: Meridian mesh watch' }).click()
    await page
      .getByRole('main')
      .getByRole('button', { name: 'Remove from wishlist: Meridian mesh watch' })
      .waitFor()
    await page.goto('/wishlist')
    await page.getByText('kept in this browser alone').waitFor()
    await signUp(page, demo.dataDir)
    await page.goto('/p/slate-slim-jeans')
    await page.getByRole('main').getByRole('button', { name: 'Add to wishlist: Slate slim jeans' }).click()
    await page.goto('/wishlist')
    await page.getByRole('link', { name: 'Meridian mesh watch' }).waitFor()

    await page.getByText('Name and share the list').click()
    await page.getByLabel('Name of the list').fill('<b>Birthday</b>')
    await page.getByRole('button', { name: 'Save name' }).click()
    await page.getByRole('heading', { level: 1, name: '<b>Birthday</b>' }).waitFor()
    const makeLink = page.getByRole('button', { name: 'Make a link' })
    if (!(await makeLink.isVisible())) await page.getByText('Name and share the list').click()
    await makeLink.click()
    const link = await page.getByLabel('Link to the list').inputValue()

    const stranger = await visit({ expected: [/status of 404/] })
    const answer = await stranger.page.goto(link)
    expect(answer?.status()).toBe(200)
    await stranger.page.getByRole('heading', { level: 1, name: '<b>Birthday</b>' }).waitFor()
    await stranger.page.getByRole('link', { name: 'Slate slim jeans' }).first().waitFor()
    expect(await stranger.page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
    expect(await stranger.page.content()).not.toMatch(/Ada Marlow|visitor-[0-9a-f-]{36}@/)

    await page.goto('/wishlist')
    await page.getByRole('button', { name: 'Move to cart: Meridian mesh watch' }).click()
    await page.getByRole('link', { name: 'Cart, 1 item' }).waitFor()
    await page.goto('/wishlist')
    expect(await page.getByRole('main').getByRole('link', { name: 'Meridian mesh watch' }).count()).toBe(0)
    await page.getByText('Name and share the list').click()
    await page.getByRole('button', { name: 'Withdraw the link' }).click()
    await page.getByRole('button', { name: 'Make a link' }).waitFor({ state: 'attached' })
    expect((await stranger.page.goto(link))?.status()).toBe(404)
  })

  it('a guest who wants to be told comes back from signing in, and can take it back', async () => {
    const { page } = await visit()
    await page.goto('/p/isola-broderie-dress')
    await page.getByRole('link', { name: 'Sign in to be told when it is back' }).click()
    await page.getByLabel('E-mail').fill(demo.shopper.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(demo.shopper.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(/\/p\/isola-broderie-dress/)
    await page.getByRole('button', { name: 'Tell me when it is back' }).click()
    await page.getByText('We send you one mail').waitFor()
    await page.getByRole('button', { name: 'Do not tell me' }).click()
    await page.getByRole('button', { name: 'Tell me when it is back' }).waitFor()
  })

  it.each([true, false])(
    'two products are compared, and what was looked at is listed and forgotten (script: %s)',
    async (javaScript) => {
      const { page } = await visit({ javaScript })
      for (const [slug, title] of [
        ['marigold-mug', 'Marigold mug'],
        ['pebble-tealight-holder', 'Pebble tealight holder'],
      ] as const) {
        await page.goto(`/p/${slug}`)
        await page.getByRole('button', { name: `Compare: ${title}` }).click()
        await page.getByRole('button', { name: `Do not compare: ${title}` }).waitFor()
      }
      await page.getByRole('link', { name: 'Show comparison (2 products)' }).click()
      const table = page.getByRole('table', { name: 'Compare' })
      await table.waitFor()
      expect(await table.getByRole('columnheader').count()).toBe(2)
      const row = (name: string) =>
        table.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
      await row('Material').getByText('differs').waitFor()
      expect(await row('Brand').getByText('differs').count()).toBe(0)
      await page.getByRole('button', { name: 'Remove: Marigold mug' }).click()
      await page.getByText('Add another product to see where they differ.').waitFor()

      await page.goto('/')
      await page.getByRole('link', { name: /: Recently viewed$/ }).click()
      await page.getByRole('heading', { level: 1, name: 'Recently viewed' }).waitFor()
      await page.getByRole('link', { name: 'Marigold mug' }).first().waitFor()
      await page.getByRole('button', { name: 'Clear the list' }).click()
      await page.getByText('Nothing looked at yet').waitFor()
    },
  )
})
