import { afterAll, beforeAll, expect, it } from 'vitest'
import { line, openPricing, shelf } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPricing>>
beforeAll(async () => {
  shop = await openPricing()
})
afterAll(() => shop.close())

async function settings(): Promise<Record<string, never>> {
  const { updated_at: _at, table: _table, ...rest } = await shop.asStaff('getTaxSettings', {})
  return rest
}

it('begins switched off, with the rates of the European Union to look at', async () => {
  const begun = await shop.asStaff('getTaxSettings', {})
  expect(begun).toMatchObject({ enabled: false, updated_at: null, prices: 'inclusive', default_class: 'standard' })
  expect((begun['table'] as unknown as { country: string; in_european_union: boolean }[]).filter((one) => one.in_european_union)).toHaveLength(27)
  expect(begun['table']).toContainEqual(
    expect.objectContaining({ country: 'DE', rates: [{ level: 'standard', rate_bp: 1_900 }, { level: 'reduced', rate_bp: 700 }] }),
  )
}) // prettier-ignore

it('taxes from the next cart on', async () => {
  await shop.asStaff('updateTaxSettings', { ...(await settings()), enabled: true })
  expect(await shop.price([line(shelf.pen)])).toMatchObject({ totals: { net_minor: 840, tax_minor: 160 } })
  await shop.asStaff('updateTaxSettings', { ...(await settings()), enabled: false })
  expect(await shop.price([line(shelf.pen)])).toMatchObject({ totals: { net_minor: 1_000, tax_minor: 0 } })
})

it.each([
  ['a country without rates', { countries: ['DE', 'US'] }],
  ['a class that is not there', { default_class: 'none' }],
  ['shipping of a class that is not there', { shipping_class: 'none' }],
  ['own rates without a standard one', { own_rates: [{ country: 'IN', rates: [{ level: 'reduced', rate_bp: 500 }] }] }],
])('refuses %s', async (_what, change) => {
  await expect(
    shop.asStaff('updateTaxSettings', { ...(await settings()), ...change }),
  ).rejects.toMatchObject({ code: 'PRICING_BAD_TAXES' })
}) // prettier-ignore
