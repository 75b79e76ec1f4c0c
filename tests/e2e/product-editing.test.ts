import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { signInAsStaff, waitForWords } from './back-office.ts'
import { journey } from './journey.ts'
import { archiveProducts, makeProduct, readProduct, send } from './own-products.ts'

/** The search has what was written within a second or two. */
const SOON = { timeout: 20_000, interval: 500 }

const refused = [/status of 400/, /status of 404/, /status of 409/]

journey('somebody who edits products', ({ demo, visit }) => {
  const owner = async (): Promise<Page> => {
    const { page } = await visit({ expected: refused })
    await signInAsStaff(page, demo.owner)
    return page
  }
  const shopper = async (): Promise<Page> => (await visit({ expected: refused })).page

  it('makes a product type; a product is checked against it, and shoppers read and filter by it', async () => {
    const page = await owner()
    await page.goto('/admin/product-types')
    await page.getByRole('button', { name: 'Add product type' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Add product type' })
    const names = dialog.getByRole('textbox', { name: 'Name', exact: true })
    await names.first().fill('Quillon light')
    for (const [index, [name, kind]] of (
      [
        ['Quillon glass', 'Text'],
        ['Quillon height', 'Number'],
        ['Quillon finish', 'Choice'],
      ] as const
    ).entries()) {
      await dialog.getByRole('button', { name: 'Add attribute' }).click()
      await names.nth(index + 1).fill(name)
      await dialog.getByRole('combobox', { name: 'Kind' }).nth(index).selectOption({ label: kind })
    }
    await dialog.getByRole('textbox', { name: 'Unit' }).fill('cm')
    // A choice without anything to choose is none.
    const choices = dialog.getByRole('textbox', { name: 'Choices, between commas' })
    await dialog.getByRole('button', { name: 'Save' }).click()
    expect(await dialog.locator('input:invalid').getAttribute('id')).toBe(await choices.getAttribute('id'))
    await choices.fill('Brass, Copper')
    await dialog.getByRole('checkbox', { name: 'Required' }).last().check()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await waitForWords(page, 'The product type is saved')

    await page.goto('/admin/products/new')
    await page.getByLabel('Name', { exact: true }).fill('Quillon lantern')
    await page.getByLabel('Price', { exact: true }).fill('45.00')
    await page.getByLabel('SKU').fill('QUILLON-LANTERN')
    await page.getByLabel('In stock').fill('500')
    await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Published' })
    const type = page.getByRole('combobox', { name: 'Product type' })
    await type.selectOption({ label: 'Quillon light' })
    await page.getByText('Quillon height: Number (cm)').waitFor()
    await page.getByRole('button', { name: 'Add what is missing' }).click()
    const values = page.getByRole('textbox', { name: 'Value', exact: true })
    await values.nth(0).fill('Blown')
    await values.nth(1).fill('quite tall')
    await values.nth(2).fill('Tin')
    const add = page.getByRole('button', { name: 'Add product' })
    await add.click()
    expect(await refusalAt(values.nth(1))).toBe('Use a number.')
    await values.nth(1).fill('31.5')
    await add.click()
    expect(await refusalAt(type)).toContain('The attributes do not fit the product type')
    await values.nth(2).fill('Copper')
    await add.click()
    await waitForWords(page, 'The product is added')
    await page.waitForURL(/\/admin\/products\/[0-9a-f-]{36}$/)
    const first = page.url().split('/').at(-1) ?? ''
    const { items } = (await send(page, 'GET', 'product-types')) as { items: { id: string; name: string }[] }
    const second = await makeProduct(page, 'Quillon lamp', {
      type_id: items.find(({ name }) => name === 'Quillon light')?.id,
      attributes: [
        { name: 'Quillon glass', value: 'Blown' },
        { name: 'Quillon height', value: 60 },
        { name: 'Quillon finish', value: 'Brass' },
      ],
    })

    const shop = await shopper()
    await shop.goto('/p/quillon-lantern')
    for (const [name, value] of [
      ['Quillon glass', 'Blown'],
      ['Quillon height', '31.5 cm'],
      ['Quillon finish', 'Copper'],
    ] as const) {
      const term = shop.getByRole('term').filter({ hasText: name })
      expect(await term.locator('xpath=following-sibling::dd').innerText()).toBe(value)
    }
    const titles = async () => (await shop.locator('#products h2').allInnerTexts()).toSorted()
    const both = ['Quillon lamp', 'Quillon lantern']
    await expect.poll(() => shop.goto('/search?q=quillon').then(titles), SOON).toEqual(both)
    await openGroup(shop, 'Quillon finish')
    await shop.getByRole('checkbox', { name: /^Copper/ }).check()
    await expect.poll(titles, SOON).toEqual(['Quillon lantern'])
    await shop.getByRole('link', { name: 'Remove filter Quillon finish: Copper' }).click()
    await expect.poll(titles, SOON).toEqual(both)
    await openGroup(shop, 'Quillon height')
    await shop.locator('[name="from.quillon_height"]').fill('50')
    await shop.locator('[name="from.quillon_height"]').press('Enter')
    await expect.poll(titles, SOON).toEqual(['Quillon lamp'])

    // A type that products have stays; nothing else is left of these.
    await page.goto('/admin/product-types')
    const remove = page.getByRole('button', { name: 'Delete: Quillon light' })
    await page.getByText('2 products').waitFor()
    expect(await remove.isDisabled()).toBe(true)
    for (const id of [first, second.id])
      await send(page, 'PATCH', `products/${id}`, { type_id: null, status: 'archived' })
    await page.reload()
    await remove.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await waitForWords(page, 'The product type is deleted')
    await expect.poll(() => shop.goto('/search?q=quillon').then(titles), SOON).toEqual([])
  })

  it('says what search engines show, and an address that was left leads on', async () => {
    const page = await owner()
    const { id } = await makeProduct(page, 'Quillon jug', { summary: 'A jug.' })
    const shop = await shopper()
    await shop.goto('/p/quillon-jug')
    expect(await shop.title()).toMatch(/^Quillon jug · /)
    expect(await described(shop)).toBe('A jug.')

    await page.goto(`/admin/products/${id}`)
    await page.getByLabel('Title for search engines').fill('Jugs <for> water & wine')
    await page.getByLabel('Description for search engines').fill('Holds a "litre", and does not drip.')
    const save = page.getByRole('button', { name: 'Save', exact: true })
    await save.click()
    await waitForWords(page, 'The product is saved')
    await shop.reload()
    expect(await shop.title()).toMatch(/^Jugs <for> water & wine · /)
    expect(await described(shop)).toBe('Holds a "litre", and does not drip.')
    expect(await shop.locator('head meta[property="og:title"]').getAttribute('content')).toBe(
      'Jugs <for> water & wine',
    )
    await shop.getByRole('heading', { level: 1, name: 'Quillon jug' }).waitFor()

    const address = page.getByLabel('Address in the shop')
    await address.fill('marigold-mug')
    await save.click()
    expect(await refusalAt(address)).toBe('Another page has this address.')
    await address.fill('quillon-pitcher')
    await save.click()
    await save.waitFor({ state: 'detached' })
    const moved = await shop.request.get('/p/quillon-jug?variant=1', { maxRedirects: 0 })
    expect([moved.status(), moved.headers()['location']]).toEqual([301, '/p/quillon-pitcher?variant=1'])
    await shop.goto('/p/quillon-jug')
    expect(new URL(shop.url()).pathname).toBe('/p/quillon-pitcher')
    expect(await shop.locator('head link[rel=canonical]').getAttribute('href')).toMatch(
      /\/p\/quillon-pitcher$/,
    )
    await archiveProducts(page, [id])
    expect((await shop.request.get('/p/quillon-jug', { maxRedirects: 0 })).status()).toBe(404)
  })

  it('makes variants of two options with SKUs by their pattern; a doubled one is refused at its field', async () => {
    const page = await owner()
    const other = await makeProduct(page, 'Quillon scarf')
    await page.goto('/admin/products/new')
    await page.getByLabel('Name', { exact: true }).fill('Quillon shawl')
    await page.getByLabel('Price', { exact: true }).fill('30.00')
    await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Published' })
    for (const [index, [name, values]] of (
      [
        ['Size', ['S', 'M']],
        ['Colour', ['Red', 'Sea blue']],
      ] as const
    ).entries()) {
      await page.getByRole('button', { name: 'Add option' }).click()
      await page.getByLabel('Option', { exact: true }).nth(index).fill(name)
      const line = page.getByLabel('Values', { exact: true }).nth(index)
      for (const value of values) {
        await line.fill(value)
        await line.press('Enter')
      }
    }
    await page.getByRole('heading', { name: '4 variants' }).waitFor()
    await page.getByRole('button', { name: 'Remove M / Red', exact: true }).click()
    await page.getByText('1 combination is not offered.').waitFor()
    await page.getByRole('button', { name: 'Add all' }).click()
    const column = (label: string) => page.getByRole('textbox', { name: new RegExp(` / .*: ${label}$`) })
    await page.getByRole('button', { name: 'Suggest missing SKUs' }).click()
    const skus = column('SKU')
    const suggested = ['S-RED', 'S-SEA-BLUE', 'M-RED', 'M-SEA-BLUE'].map((end) => `QUILLON-SHAWL-${end}`)
    expect(await valuesOf(skus)).toEqual(suggested)
    expect(await valuesOf(column('Price'))).toEqual(['30.00', '30.00', '30.00', '30.00'])
    for (const field of await column('In stock').all()) await field.fill('500')

    const add = page.getByRole('button', { name: 'Add product' })
    await skus.nth(2).fill(suggested[0] ?? '')
    await add.click()
    expect(await refusalAt(skus.nth(2))).toBe('Another variant has this SKU.')
    await skus.nth(2).fill(other.variants[0]?.sku ?? '')
    // The first refusal goes with what is typed: this one is the server's.
    const answer = page.waitForResponse((response) => response.status() === 409)
    await add.click()
    await answer
    expect(await refusalAt(skus.nth(2))).toBe('Another variant has this SKU.')
    expect(await page.locator('[aria-invalid=true]').count()).toBe(1)
    await skus.nth(2).fill(suggested[2] ?? '')
    await add.click()
    await waitForWords(page, 'The product is added')
    await page.waitForURL(/\/admin\/products\/[0-9a-f-]{36}$/)
    const made = await readProduct(page, page.url().split('/').at(-1) ?? '')
    expect(made.variants.map(({ sku, available }) => [sku, available])).toEqual(
      suggested.map((sku) => [sku, 500]),
    )
    expect(made.options).toEqual([
      { name: 'Size', values: ['S', 'M'] },
      { name: 'Colour', values: ['Red', 'Sea blue'] },
    ])

    const shop = await shopper()
    await shop.goto(`/p/quillon-shawl?variant=${made.variants[3]?.id ?? ''}`)
    await shop.getByText('QUILLON-SHAWL-M-SEA-BLUE').first().waitFor()
    await archiveProducts(page, [made.id, other.id])
  })

  it('changes several products at once, after a look at what changes; all of them or none', async () => {
    const page = await owner()
    const type = (await send(page, 'POST', 'product-types', {
      name: 'Quillon cutlery',
      attributes: [{ name: 'Quillon metal', kind: 'text', required: true }],
    })) as { id: string }
    const spoon = await makeProduct(page, 'Quillon spoon')
    const fork = await makeProduct(page, 'Quillon fork', {
      variants: [
        { sku: 'QF-1', options: { Pack: 'One' }, price: '9.99', initial_quantity: 500 },
        { sku: 'QF-6', options: { Pack: 'Six' }, price: '50.00', initial_quantity: 500 },
      ],
    })
    const ladle = await makeProduct(page, 'Quillon ladle', { status: 'draft', type_id: type.id })
    const prices = async (): Promise<string[]> => {
      const all = await Promise.all([spoon, fork, ladle].map(({ id }) => readProduct(page, id)))
      return all.flatMap(({ variants }) => variants.map(({ price }) => price.amount))
    }
    const select = async (...names: string[]): Promise<Locator> => {
      await page.goto('/admin/products?q=quillon')
      for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).check()
      await page.getByText(`${String(names.length)} products selected`).waitFor()
      await page.getByRole('button', { name: 'Edit selected' }).click()
      return page.getByRole('dialog', { name: 'Edit several products' })
    }

    const dialog = await select('Quillon spoon', 'Quillon fork')
    await dialog.getByLabel('Change prices by percent').fill('10')
    await dialog.getByRole('button', { name: 'See what changes' }).click()
    const line = (name: string) => dialog.getByRole('listitem').filter({ hasText: name })
    await line('Quillon spoon').getByText('Price: 20.00 → 22.00').waitFor()
    await line('Quillon fork').getByText('Price: 9.99 → 10.99').waitFor()
    expect(await prices()).toEqual(['20.00', '9.99', '50.00', '20.00'])
    await dialog.getByRole('button', { name: 'Change 2 products' }).click()
    await waitForWords(page, '2 products are changed')
    await page.getByText('products selected').waitFor({ state: 'detached' })
    expect(await prices()).toEqual(['22.00', '10.99', '55.00', '20.00'])

    // A draft may lack what its type requires; published it may not, and says so for all.
    await select('Quillon spoon', 'Quillon ladle')
    await dialog.getByLabel('Change prices by percent').fill('-10')
    await dialog.getByLabel('Status').selectOption({ label: 'Published' })
    await dialog.getByRole('button', { name: 'See what changes' }).click()
    await dialog.getByText('Quillon ladle: Quillon metal is missing.', { exact: false }).waitFor()
    expect(await dialog.getByRole('listitem').count()).toBe(0)
    expect(await prices()).toEqual(['22.00', '10.99', '55.00', '20.00'])
    expect((await readProduct(page, ladle.id)).status).toBe('draft')
    await dialog.getByRole('button', { name: 'Cancel' }).click()

    await send(page, 'PATCH', `products/${ladle.id}`, { type_id: null })
    await send(page, 'DELETE', `product-types/${type.id}`)
    await archiveProducts(page, [spoon.id, fork.id, ladle.id])
  })

  it('copies a product as a draft, takes the first out of the shop and puts it back', async () => {
    const page = await owner()
    const { id } = await makeProduct(page, 'Quillon kettle')
    await page.goto(`/admin/products/${id}`)
    const act = async (action: string): Promise<void> => {
      await page.getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name: action }).click()
    }
    await act('Duplicate')
    await waitForWords(page, 'A draft of the product is added')
    await page.waitForURL((url) => /\/products\/[0-9a-f-]{36}$/.test(url.pathname) && !url.href.includes(id))
    const copy = page.url().split('/').at(-1) ?? ''
    const status = page.getByRole('combobox', { name: 'Status' })
    await page.getByRole('button', { name: 'Preview' }).waitFor()
    expect(await status.inputValue()).toBe('draft')
    expect(await page.getByLabel('Address in the shop').inputValue()).toBe('quillon-kettle-2')
    expect(await page.getByLabel('SKU').inputValue()).toBe('QUILLON-KETTLE-COPY')
    const shop = await shopper()
    const statusOf = async (slug: string) => (await shop.goto(`/p/${slug}`))?.status()
    expect(await statusOf('quillon-kettle-2')).toBe(404)
    expect(await statusOf('quillon-kettle')).toBe(200)

    await page.goto(`/admin/products/${id}`)
    await act('Archive')
    await page
      .getByRole('dialog', { name: 'Archive this product?' })
      .getByRole('button', { name: 'Archive' })
      .click()
    await waitForWords(page, 'The product is archived')
    expect(await statusOf('quillon-kettle')).toBe(404)
    await page.goto('/admin/products?status=published&q=quillon+kettle')
    await page.getByText('No product matches').waitFor()
    await page.getByRole('link', { name: 'Archived', exact: true }).click()
    await page.getByRole('table').getByRole('link', { name: 'Quillon kettle' }).click()
    await page.waitForURL(new RegExp(id))
    expect(await status.inputValue()).toBe('archived')
    await status.selectOption({ label: 'Published' })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await waitForWords(page, 'The product is saved')
    expect(await statusOf('quillon-kettle')).toBe(200)
    await archiveProducts(page, [id, copy])
  })

  it('closes a stock location only once nothing lies there', async () => {
    const page = await owner()
    const { id, variants } = await makeProduct(page, 'Quillon trunk')
    await page.goto('/admin/inventory/locations')
    await page.getByRole('button', { name: 'Add location' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Quillon attic')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('link', { name: 'Quillon attic' }).waitFor()
    const carry = async (from: string, to: string): Promise<void> => {
      await page.goto(`/admin/inventory/${variants[0]?.id ?? ''}`)
      await page.getByRole('button', { name: 'Move', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: 'Move pieces' })
      await dialog.getByLabel('From').selectOption(from)
      await dialog.getByLabel('To').selectOption(to)
      await dialog.getByLabel('Pieces').fill('3')
      await dialog.getByRole('button', { name: 'Move', exact: true }).click()
      await waitForWords(page, 'The pieces are moved')
    }
    const { items } = (await send(page, 'GET', 'inventory/locations')) as {
      items: { id: string; name: string; is_main: boolean }[]
    }
    const main = items.find(({ is_main }) => is_main)?.id ?? ''
    const attic = items.find(({ name }) => name === 'Quillon attic')?.id ?? ''
    await carry(main, attic)

    await page.goto('/admin/inventory/locations')
    const close = page.getByRole('button', { name: 'Close: Quillon attic' })
    await close.click()
    const dialog = page.getByRole('dialog', { name: 'Close Quillon attic?' })
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    await dialog.getByText('Pieces lie in this location. Move them first.').waitFor()
    expect((await readProduct(page, id)).variants[0]?.available).toBe(500)
    await carry(attic, main)
    await page.goto('/admin/inventory/locations')
    await close.click()
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    await waitForWords(page, 'The location is closed')
    await close.waitFor({ state: 'detached' })
    expect((await readProduct(page, id)).variants[0]?.available).toBe(500)
    await archiveProducts(page, [id])
  })
})

/** What a field says is wrong with it, once it does. */
async function refusalAt(field: Locator): Promise<string> {
  await field.and(field.page().locator('[aria-invalid=true]')).waitFor()
  const id = (await field.getAttribute('id')) ?? ''
  return field.page().locator(`[id="${id}-error"]`).innerText()
}

async function valuesOf(fields: Locator): Promise<string[]> {
  return Promise.all((await fields.all()).map((field) => field.inputValue()))
}

async function described(page: Page): Promise<string | null> {
  return page.locator('head meta[name=description]').getAttribute('content')
}

/** Opens a group of the filters where it is folded. */
async function openGroup(page: Page, title: string): Promise<void> {
  const summary = page.locator('#filters summary').filter({ hasText: title })
  if ((await summary.locator('xpath=..').getAttribute('open')) === null) await summary.click()
}
