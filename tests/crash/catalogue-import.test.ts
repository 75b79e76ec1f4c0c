// An import or export survives the death of its process before every single statement, commit and call, and does each
// record exactly once: guarded by takeImportBatch and keepExportPart, which note how far they are in the transaction of
// what they do. Planted and seen to fail: the place noted in a transaction of its own; the end of an export told apart
// from its last part.
import { type Catalog, catalog } from '@rampart/contracts/catalog.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { type Client, client } from '@rampart/platform/contract/client.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { silentLog } from '@rampart/platform/log/create-log.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTransfers } from '../../apps/server/catalog-transfer/run-transfers.ts'
import { type MortalShop, openMortalShop } from '../support/mortal-shop.ts'

const MOST_STEPS = 400
const BATCH = 2

let shop: MortalShop
let shelves: Client<Catalog>
let owner: string

beforeAll(async () => {
  shop = await openMortalShop()
  shelves = client(catalog, shop.assembly.linkTo('catalog'), 'cli')
  owner = newId()
})
afterAll(() => shop.close())

const asOwner = () => ({
  ...backgroundContext(newId()),
  caller: 'edge',
  principal: { kind: 'staff', id: owner, session_id: newId(), role: 'owner', permissions: ['*:*'] } as const,
})
const desk = () => client(catalog, shop.assembly.linkTo('catalog'), 'edge')

/** Whoever works dies with the process; the next one is another. */
const work = () =>
  runTransfers({
    link: shop.assembly.linkTo('catalog'),
    log: silentLog,
    currency: 'USD',
    currencies: ['USD'],
    pauseMs: 0,
    batch: BATCH,
  })({}, { call: backgroundContext(newId()), now: () => new Date(), attempt: 1 })

/** The dead are silent for longer than a worker may be. */
const timePasses = () =>
  shop.db.run(
    sql`UPDATE catalog.transfers SET worker_seen_at = now() - interval '1 minute' WHERE state = 'running'`,
  )

async function dieAtEveryStep(
  begin: (round: number) => Promise<string>,
  after: (id: string, round: number) => Promise<void>,
): Promise<number> {
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const id = await begin(step)
    shop.doom.dieAt(step)
    await work().catch(() => undefined)
    const died = shop.doom.revive()
    await timePasses()
    await work()
    await after(id, step)
    await desk().deleteTransfer(asOwner(), { transfer_id: id })
    if (!died) return step - 1
  }
  throw new Error('It never got through.')
}

/** A file with rows of every kind: two new ones, one that is there, and one that cannot be. */
async function upload(round: number): Promise<string> {
  const lines = [0, 1].map((row) => `Thing ${round}-${row},THING-${round}-${row},1.50`)
  const text = `name,sku,price\n${lines[0]}\nLamp,LAMP,25.00\n${lines[1]}\nBad,BAD-${round},much\n`
  const bytes = new Uint8Array(Buffer.from(text))
  const { id } = await desk().createImport(asOwner(), { file_name: 'things.csv', size: bytes.length })
  await desk().addImportPart(asOwner(), { transfer_id: id, from: 0, file: { filename: 'part', bytes } })
  return id
}

const counts = { records: 4, created: 2, unchanged: 1, updated: 0, refused: 1 }

async function entriesOf(id: string): Promise<string[]> {
  const rows = await shop.db.many<{ action: string }>(sql`
    SELECT payload ->> 'action' AS action FROM platform_events.events
    WHERE type = 'audit.entry-recorded.v1' AND payload ->> 'subject_id' = ${id} ORDER BY id`)
  return rows.map(({ action }) => action)
}

test(
  'while it is looked through: each row is told of once, and nothing is written',
  { timeout: 600_000 },
  async () => {
    const steps = await dieAtEveryStep(upload, async (transfer_id, round) => {
      const found = await desk().getTransfer(asOwner(), { transfer_id })
      expect(found, `after dying at step ${String(round)}`).toMatchObject({ state: 'checked', ...counts })
      const { total } = await desk().listTransferRows(asOwner(), { transfer_id })
      expect(total).toBe(4)
      const made = await shop.db.one<{ made: number }>(
        sql`SELECT count(*)::int AS made FROM catalog.variants WHERE sku LIKE 'THING-%'`,
      )
      expect(made).toEqual({ made: 0 })
    })
    expect(steps).toBeGreaterThan(30)
  },
)

test(
  'while it is written: each row is written once, with one entry for each batch',
  { timeout: 600_000 },
  async () => {
    const begin = async (round: number): Promise<string> => {
      const transfer_id = await upload(round)
      await work()
      await desk().runImport(asOwner(), { transfer_id })
      return transfer_id
    }
    const steps = await dieAtEveryStep(begin, async (transfer_id, round) => {
      const done = await desk().getTransfer(asOwner(), { transfer_id })
      expect(done, `after dying at step ${String(round)}`).toMatchObject({ state: 'done', ...counts })
      const { total } = await desk().listTransferRows(asOwner(), { transfer_id })
      expect(total).toBe(4)
      const made = await shop.db.one<{ made: number }>(
        sql`SELECT count(*)::int AS made FROM catalog.variants WHERE sku LIKE ${`THING-${String(round)}-%`}`,
      )
      expect(made).toEqual({ made: 2 })
      const entries = await entriesOf(transfer_id)
      // One new row in each of two batches.
      expect(entries.filter((action) => action === 'catalog.products-imported')).toHaveLength(2)
      expect(entries.filter((action) => action === 'catalog.import-finished')).toHaveLength(1)
    })
    expect(steps).toBeGreaterThan(40)
  },
)

test('while a file is written: each product stands in it once', { timeout: 600_000 }, async () => {
  const rows = [1, 2, 3, 4, 5].map((row) => ({
    line: row,
    name: `Exported ${String(row)}`,
    variants: [{ sku: `EXPORTED-${String(row)}`, price: '1.00' }],
  }))
  await shelves.importProducts(backgroundContext(newId()), { rows })
  const begin = async (): Promise<string> =>
    (await desk().createExport(asOwner(), { format: 'jsonl', filter: { q: 'exported' } })).id
  const steps = await dieAtEveryStep(begin, async (transfer_id, round) => {
    type Part = Pick<OutputOf<Catalog, 'downloadExport'>, 'bytes' | 'next'>
    let part: Part = await desk().downloadExport(asOwner(), { transfer_id })
    let text = Buffer.from(part.bytes).toString()
    while (part.next !== null) {
      part = await client(catalog, shop.assembly.linkTo('catalog'), 'server').readExportFile(
        { ...asOwner(), caller: 'server' },
        part.next,
      )
      text += Buffer.from(part.bytes).toString()
    }
    const skus = [...text.matchAll(/"sku":"(EXPORTED-\d)"/g)].map(([, sku]) => sku)
    expect(skus, `after dying at step ${String(round)}`).toEqual(rows.map(({ variants }) => variants[0]?.sku))
    expect((await desk().getTransfer(asOwner(), { transfer_id })).records).toBe(5)
  })
  expect(steps).toBeGreaterThan(15)
})
