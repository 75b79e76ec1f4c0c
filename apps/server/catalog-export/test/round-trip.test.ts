import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogModule } from '@rampart/catalog'
import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { importCatalog } from '../../catalog-import/import-catalog.ts'
import { exportCatalog } from '../export-catalog.ts'

const staff: StaffPrincipal = {
  kind: 'staff',
  id: newId(),
  session_id: newId(),
  role: 'owner',
  permissions: ['*:*'],
}
let h: Awaited<ReturnType<typeof testModule>>
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rampart-export-'))
  h = await testModule(catalogModule, {
    stubs: {
      inventory: { importLevels: async () => null, getLevels: async () => ({ levels: [] }) },
      media: { describePictures: async () => ({ pictures: [] }) },
      identity: { listSellers: async () => ({ sellers: [] }) },
    },
  })
  await fill()
})
afterAll(async () => {
  await h.close()
  await rm(folder, { recursive: true, force: true })
})

const create = (input: object) => h.call('createProduct', input, { principal: staff })

/** Products with all that a file has trouble with. */
async function fill(): Promise<void> {
  const top: { id: string } = await h.call('createCategory', { name: 'Home > Garden' }, { principal: staff })
  const below = { name: 'Pots | Pans', parent_id: top.id }
  const { id: category_id }: { id: string } = await h.call('createCategory', below, { principal: staff })
  await create({
    ...{ name: '=HYPERLINK("http://evil.example")', slug: 'formula', sku: '-00123', price: '9.99' },
    ...{ brand: '@work', summary: "'=quoted", description: 'One, "two"\n\nthree; Größe µ 日本', category_id },
    attributes: [
      { name: 'Zeta', value: '0012' },
      { name: 'Alpha', value: -0.5 },
      { name: 'Washable', value: false },
      { name: '=Sum', value: '+49 30' },
    ],
  })
  await create({
    ...{ name: 'Shirt', slug: 'shirt', status: 'draft' },
    attributes: [
      { name: 'Alpha', value: 'as text' },
      { name: 'Zeta', value: 12 },
    ],
    options: [
      { name: 'Size', values: ['S', 'M|L', 'XL \\ wide'] },
      { name: 'Colour', values: ['=Red', 'Blue'] },
    ],
    variants: [
      { sku: 'SH-1', options: { Size: 'S', Colour: '=Red' }, price: '10', compare_at_price: '12.50' },
      { sku: 'SH-2', options: { Size: 'M|L', Colour: 'Blue' }, price: '11.00' },
      { sku: 'SH-3', options: { Size: 'XL \\ wide', Colour: 'Blue' }, price: '11.00' },
    ],
  })
  await create({ name: 'Plain', slug: 'plain', sku: 'PL-1', price: '1' })
}

/** Everything that products are made of, as it lies there. */
const stored = () =>
  h.db.many(sql`
    SELECT to_jsonb(p) AS product, (
      SELECT jsonb_agg(to_jsonb(v) ORDER BY v.position, v.id) FROM catalog.variants AS v WHERE v.product_id = p.id
    ) AS variants
    FROM catalog.products AS p ORDER BY p.id`)

const bringIn = (file: string) =>
  importCatalog({
    file,
    dryRun: false,
    resume: false,
    dataDir: folder,
    currency: 'USD',
    importProducts: (rows) => h.call('importProducts', { rows }, { caller: 'cli' }),
  })

async function takeOut(name: string): Promise<string> {
  const file = join(folder, name)
  await exportCatalog({
    file,
    // Pages of one, so that several are needed.
    page: (after): Promise<OutputOf<Catalog, 'exportProducts'>> =>
      h.call('exportProducts', { limit: 1, ...(after === null ? {} : { after }) }, { caller: 'cli' }),
  })
  return file
}

test.each(['all.csv', 'all.jsonl', 'packed.csv.gz'])(
  '%s: what is exported and imported again changes nothing, and leaves no entry',
  async (name) => {
    const before = await stored()
    const events = (await h.events()).length
    const file = await takeOut(name)
    expect(await bringIn(file)).toMatchObject({ records: 3, created: 0, updated: 0, failed: 0 })
    expect(await stored()).toEqual(before)
    expect(await h.events()).toHaveLength(events)
  },
)

test('neither does a spreadsheet in between, which writes cells in its own way', async () => {
  const before = await stored()
  const file = await takeOut('sheet.csv')
  const rows: string[][] = parse(await readFile(file), { bom: true, relax_column_count: true })
  const cells = rows.map((row) =>
    row.map((cell) => (/^(true|false)$/.test(cell) ? cell.toUpperCase() : cell.replace(/\.(\d)0$/, '.$1'))),
  )
  await writeFile(file, stringify(cells, { quoted: true, record_delimiter: '\r\n' }))
  expect(await bringIn(file)).toMatchObject({ records: 3, created: 0, updated: 0, failed: 0 })
  expect(await stored()).toEqual(before)
})

test('no cell of a sheet can be taken for a formula', async () => {
  const file = await takeOut('safe.csv.gz')
  const rows: string[][] = parse(gunzipSync(await readFile(file)), { bom: true })
  const body = rows.slice(1).flat()
  expect(body.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  expect(body).toContain('\'=HYPERLINK("http://evil.example")')
})

test('what is edited in a sheet is what changes; a cell that holds something else is told of', async () => {
  const file = await takeOut('edited.csv')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('Plain', 'Plainer').replace('-0.5', 'half'))
  const told: string[] = []
  const before = (await stored()) as { product: { name: string } }[]
  const summary = await importCatalog({
    ...{ file, dryRun: false, resume: false, dataDir: folder, currency: 'USD' },
    importProducts: (rows) => h.call('importProducts', { rows }, { caller: 'cli' }),
    onReject: ({ reason }) => void told.push(reason),
  })
  expect(summary).toMatchObject({ records: 3, created: 0, updated: 1, failed: 1 })
  expect(told).toEqual(['attribute:number:Alpha is not a number.'])
  const after = (await stored()) as { product: { name: string } }[]
  expect(after.map(({ product }) => product.name)).toEqual(
    before.map(({ product }) => (product.name === 'Plain' ? 'Plainer' : product.name)),
  )
})
