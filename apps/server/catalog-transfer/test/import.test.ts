import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { openScene, type Scene, sellerOf, staff } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const sheet = (...lines: string[]) => `${lines.join('\n')}\n`
const audited = async (): Promise<string[]> =>
  (await scene.events())
    .filter(({ type }) => type === 'audit.entry-recorded.v1')
    .map(({ payload }) => (payload as { action: string }).action)

describe('an import', () => {
  test('tells first what would change, and writes it when told to', async () => {
    await scene.asStaff('createProduct', {
      name: 'Old mug',
      slug: 'old-mug',
      sku: 'MUG',
      price: '8',
      tags: ['old'],
    })
    await scene.asStaff('createProduct', { name: 'Tee', slug: 'tee', sku: 'TEE', price: '9' })
    const file = sheet(
      'Title;SKU;Preis;Tags;Menge;Kategorie',
      'Mug;MUG;8,50;blue, new;3;Home > Kitchen',
      'Tee;TEE;9,00;;1;',
      'Cap;CAP;"12,00";;7;Wear',
      'Bad;BAD;much;;1;',
      ';NONE;1,00;;1;',
      'Cap again;CAP;1,00;;1;',
    )
    const before = await scene.stored()
    const checked = await scene.check('new.csv', file)
    expect(checked).toMatchObject({
      ...{ state: 'checked', phase: 'check', own_format: false, problem: null },
      ...{ records: 6, total: 6, created: 1, updated: 1, unchanged: 1, refused: 3 },
      mapping: { name: 'Title', sku: 'SKU', price: { column: 'Preis', unit: 'decimal' } },
    })
    expect(checked.columns.map(({ field }) => field)).toEqual([
      'name',
      'sku',
      'price',
      'tags',
      'quantity',
      'category',
    ])
    expect(await scene.stored()).toEqual(before)
    expect((await scene.asStaff('listCategories', {})).items).toEqual([])
    expect(await scene.rows(checked.id)).toMatchObject([
      {
        ...{ line: 2, sku: 'MUG', outcome: 'updated', reason: null },
        changes: [
          { field: 'name', before: 'Old mug', after: 'Mug' },
          { field: 'category', before: '', after: 'Kitchen' },
          { field: 'tags', before: 'old', after: 'blue, new' },
          { field: 'price', before: 'MUG: 8.00 USD', after: 'MUG: 8.50 USD' },
        ],
      },
      { line: 3, sku: 'TEE', outcome: 'unchanged' },
      { line: 4, sku: 'CAP', outcome: 'created', changes: [] },
      { line: 5, sku: 'BAD', outcome: 'refused', column: 'Preis', code: 'not_a_price' },
      { line: 6, sku: 'NONE', outcome: 'refused', column: 'Title', code: 'missing' },
      {
        line: 7,
        outcome: 'refused',
        column: 'SKU',
        code: 'repeated',
        reason: 'SKU CAP already stands in line 4.',
      },
    ])
    expect(await scene.asStaff('runImport', { transfer_id: checked.id })).toMatchObject({
      state: 'queued',
      phase: 'write',
    })
    await scene.work()
    const done = await scene.asStaff('getTransfer', { transfer_id: checked.id })
    expect(done).toMatchObject({
      state: 'done',
      records: 6,
      created: 1,
      updated: 1,
      unchanged: 1,
      refused: 3,
    })
    const { items } = await scene.asStaff('listManagedProducts', { q: 'cap' })
    expect(items).toMatchObject([{ name: 'Cap', category: { name: 'Wear' }, price: { amount: '12.00' } }])
    const refusals = await scene.asStaff('downloadRefusals', { transfer_id: checked.id })
    expect(refusals).toMatchObject({ attachment: 'new-refused.csv', next: null })
    expect(Buffer.from(refusals.bytes).toString()).toBe(
      '\ufeffline,sku,name,column,reason\n5,BAD,Bad,Preis,Preis is not a price in USD.\n' +
        '6,NONE,,Title,name: Too small: expected string to have >=1 characters\n' +
        '7,CAP,Cap again,SKU,SKU CAP already stands in line 4.\n',
    )
    const actions = await audited()
    for (const each of ['created', 'uploaded', 'started', 'finished'])
      expect(actions.filter((action) => action === `catalog.import-${each}`)).toHaveLength(1)
    expect(actions.filter((action) => action === 'catalog.products-imported')).toHaveLength(1)
  })

  test('that nobody can read by its columns waits until somebody says what they hold', async () => {
    const waiting = await scene.check('odd.csv', sheet('a,b,c', 'Lamp,LAMP,500', 'Rug,RUG,700'))
    expect(waiting).toMatchObject({ state: 'unmapped', mapping: null, records: 0 })
    expect(waiting.columns).toMatchObject([{ name: 'a', field: null, samples: ['Lamp', 'Rug'] }, {}, {}])
    const transfer_id = waiting.id
    await expect(scene.asStaff('checkImport', { transfer_id })).rejects.toMatchObject({
      code: 'CATALOG_MAPPING_NEEDED',
    })
    await expect(scene.asStaff('runImport', { transfer_id })).rejects.toMatchObject({
      code: 'CATALOG_TRANSFER_NOT_READY',
    })
    const mapping = { name: 'a', sku: 'b', price: { column: 'c', unit: 'minor' as const } }
    await scene.asStaff('checkImport', { transfer_id, mapping })
    await scene.work()
    expect(await scene.asStaff('getTransfer', { transfer_id })).toMatchObject({
      state: 'checked',
      created: 2,
    })
    // Another way to read them: what the first look told is forgotten.
    await scene.asStaff('checkImport', { transfer_id, mapping: { ...mapping, name: 'nowhere' } })
    await scene.work()
    const again = await scene.asStaff('getTransfer', { transfer_id })
    expect(again).toMatchObject({ state: 'checked', created: 0, refused: 2 })
    expect(await scene.rows(transfer_id)).toHaveLength(2)
  })

  test('comes in parts, each of which may come twice, and is packed or not', async () => {
    const lines = Array.from({ length: 700 }, (_, i) =>
      JSON.stringify({ name: `Bolt ${i}`, sku: `BOLT-${i}`, price: i }),
    )
    const bytes = gzipSync(lines.join('\n'))
    const { id } = await scene.asStaff('createImport', { file_name: 'bolts.jsonl.gz', size: bytes.length })
    const send = (from: number, to: number) =>
      scene.asStaff('addImportPart', {
        transfer_id: id,
        from,
        file: { filename: 'x', bytes: new Uint8Array(bytes.subarray(from, to)) },
      })
    expect(await send(0, 1_000)).toMatchObject({ state: 'uploading', received: 1_000 })
    expect(await send(0, 1_000)).toMatchObject({ state: 'uploading', received: 1_000 })
    await expect(send(2_000, 3_000)).rejects.toMatchObject({ code: 'CATALOG_PART_MISPLACED' })
    await expect(send(1_000, 1_000)).rejects.toMatchObject({ code: 'CATALOG_PART_MISPLACED' })
    expect(await send(1_000, bytes.length)).toMatchObject({ state: 'queued', received: bytes.length })
    expect(await send(1_000, bytes.length)).toMatchObject({ state: 'queued' })
    await scene.work()
    expect(await scene.asStaff('getTransfer', { transfer_id: id })).toMatchObject({
      state: 'checked',
      created: 700,
    })
    await expect(
      scene.asStaff('addImportPart', {
        transfer_id: id,
        from: bytes.length,
        file: { filename: 'x', bytes: new Uint8Array(4 * 1024 * 1024 + 1) },
      }),
    ).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' })
    await expect(scene.asStaff('createImport', { file_name: 'a.xlsx', size: 5 })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    })
    await expect(
      scene.asStaff('createImport', { file_name: 'a.csv', size: 200 * 1024 * 1024 + 1 }),
    ).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  test('can be cancelled while it waits or runs, gone on with, and thrown away', async () => {
    const lines = ['name,sku,price', ...Array.from({ length: 600 }, (_, i) => `Nut ${i},NUT-${i},1`)]
    const { id: transfer_id } = await scene.check('nuts.csv', sheet(...lines))
    await scene.asStaff('runImport', { transfer_id })
    expect(await scene.asStaff('cancelTransfer', { transfer_id })).toMatchObject({ state: 'cancelled' })
    await expect(scene.asStaff('cancelTransfer', { transfer_id })).rejects.toMatchObject({
      code: 'CATALOG_TRANSFER_NOT_READY',
    })
    await scene.work()
    expect(await scene.asStaff('getTransfer', { transfer_id })).toMatchObject({
      state: 'cancelled',
      records: 0,
    })
    await scene.asStaff('runImport', { transfer_id })
    await expect(scene.asStaff('deleteTransfer', { transfer_id })).rejects.toMatchObject({
      code: 'CATALOG_TRANSFER_NOT_READY',
    })
    // A worker that does one batch, and is told to stop.
    const worker = newId()
    const { transfer } = (await scene.call('claimTransfer', { worker }, { caller: 'server' })) as {
      transfer: { id: string }
    }
    expect(transfer.id).toBe(transfer_id)
    const row = (line: number) => ({
      line,
      name: `Nut ${line}`,
      variants: [{ sku: `NUT-${line}`, price: 1 }],
    })
    const batch = (from: number) => ({
      ...{ transfer_id, worker, from, records: 1, refused: [], columns: {} },
      rows: [row(from)],
    })
    await scene.call('takeImportBatch', batch(0), { caller: 'server' })
    await scene.asStaff('cancelTransfer', { transfer_id })
    await expect(scene.call('takeImportBatch', batch(1), { caller: 'server' })).rejects.toMatchObject({
      code: 'CATALOG_TRANSFER_LOST',
    })
    expect(await scene.asStaff('getTransfer', { transfer_id })).toMatchObject({
      state: 'cancelled',
      records: 1,
    })
    expect((await scene.asStaff('listManagedProducts', { q: 'nut' })).total).toBe(1)
    await scene.asStaff('runImport', { transfer_id })
    await scene.work()
    expect(await scene.asStaff('getTransfer', { transfer_id })).toMatchObject({
      state: 'done',
      records: 600,
      created: 600,
    })
    await scene.asStaff('deleteTransfer', { transfer_id })
    await expect(scene.asStaff('getTransfer', { transfer_id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await scene.asStaff('listManagedProducts', { q: 'nut' })).total).toBe(600)
  })

  test('runs one at a time, in the order in which they were asked for', async () => {
    const [first, second] = [
      await scene.upload('first.csv', sheet('name,sku,price', 'One,ORDER-1,1')),
      await scene.upload('second.csv', sheet('name,sku,price', 'Two,ORDER-2,1')),
    ]
    const claim = (worker: string) =>
      scene.call('claimTransfer', { worker }, { caller: 'server' }) as Promise<{
        transfer: { id: string } | null
      }>
    const [worker, other] = [newId(), newId()]
    expect((await claim(worker)).transfer?.id).toBe(first.id)
    expect((await claim(other)).transfer).toBeNull()
    // Its worker is heard of no more: another goes on with the same, and the first is told so.
    scene.clock.now = () => new Date(Date.now() + 20_000)
    expect((await claim(other)).transfer?.id).toBe(first.id)
    const lost = { transfer_id: first.id, worker, from: 0, records: 0, rows: [], refused: [], columns: {} }
    await expect(scene.call('takeImportBatch', lost, { caller: 'server' })).rejects.toMatchObject({
      code: 'CATALOG_TRANSFER_LOST',
    })
    scene.takeJobs()
    scene.clock.now = () => new Date(Date.now() + 60_000)
    await scene.runSchedule('resume-transfers')
    expect(scene.takeJobs().map(({ name }) => name)).toEqual(['run-transfers'])
    await scene.work()
    scene.clock.now = () => new Date()
    for (const { id } of [first, second])
      expect(await scene.asStaff('getTransfer', { transfer_id: id })).toMatchObject({ state: 'checked' })
  })
})

const rowsOf = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `Many,MANY-${String(index)},1`)

describe('a worker that ends without a word', () => {
  test('is followed by two more, and then the transfer is given up', async () => {
    const { id } = await scene.upload('deadly.csv', sheet('name,sku,price', 'One,DEADLY-1,1'))
    const next = await scene.upload('next.csv', sheet('name,sku,price', 'One,NEXT-1,1'))
    const claimed: (string | undefined)[] = []
    for (let minute = 0; minute < 4; minute++) {
      scene.clock.now = () => new Date(Date.now() + minute * 60_000)
      const { transfer } = (await scene.call('claimTransfer', { worker: newId() }, { caller: 'server' })) as {
        transfer: { id: string } | null
      }
      claimed.push(transfer?.id)
    }
    expect(claimed).toEqual([id, id, id, next.id])
    expect(await scene.asStaff('getTransfer', { transfer_id: id })).toMatchObject({
      state: 'failed',
      problem: 'internal',
    })
    scene.clock.now = () => new Date(Date.now() + 10 * 60_000)
    await scene.work()
    scene.clock.now = () => new Date()
    expect(await scene.asStaff('getTransfer', { transfer_id: next.id })).toMatchObject({ state: 'checked' })
  })
})

test('a file of more records than one may hold is refused as a whole', async () => {
  const { id: transfer_id } = await scene.upload('many.csv', sheet('name,sku,price', ...rowsOf(4)))
  await scene.workWith({ maxRecords: 3 })
  expect(await scene.asStaff('getTransfer', { transfer_id })).toMatchObject({
    state: 'failed',
    problem: 'too_many_records',
  })
})

test('a product of more variants or choices than one may have is refused alone', async () => {
  const wide = {
    name: 'Wide',
    variants: Array.from({ length: 251 }, (_, index) => ({ sku: `WIDE-${String(index)}`, price: '1' })),
  }
  const values = Array.from({ length: 101 }, (_, index) => String(index))
  const choosy = { ...wide, options: [{ name: 'Size', values }], variants: [{ sku: 'CHOOSY', price: '1' }] }
  const lines = [wide, choosy].map((row) =>
    JSON.stringify({ format: 'rampart-product-1', status: 'draft', ...row }),
  )
  const { id } = await scene.check('wide.jsonl', lines.join('\n'))
  expect((await scene.rows(id, 'refused')).map(({ reason }) => reason)).toEqual([
    expect.stringContaining('variants'),
    expect.stringContaining('options'),
  ])
})

describe('a seller', () => {
  const [ana, bo] = [sellerOf(newId()), sellerOf(newId())]

  test('brings in their own, and is refused what is not theirs, row by row', async () => {
    await scene.as(bo)('createProduct', { name: 'Rug of Bo', slug: 'rug-of-bo', sku: 'BO-1', price: '5' })
    await scene.asStaff('createProductType', { name: 'Textile', attributes: [] })
    const file = sheet(
      'name,sku,price,slug,category,type',
      'Pot,ANA-1,3,pot-of-ana,,Textile',
      'Taken,BO-1,1,,,',
      'Address,ANA-2,1,rug-of-bo,,',
      'Wild,ANA-3,1,,Made up > Below,',
      'Wild,ANA-4,1,,,Made up',
    )
    const done = await scene.bringIn('ana.csv', file, ana)
    expect(done).toMatchObject({ state: 'done', created: 1, refused: 4, seller_id: ana.id })
    expect(
      (await scene.rows(done.id, 'refused', ana)).map(({ line, code, column }) => [line, code, column]),
    ).toEqual([
      [3, 'sku_taken', 'sku'],
      [4, 'slug_taken', 'slug'],
      [5, 'category_unknown', 'category'],
      [6, 'type_unknown', 'type'],
    ])
    expect((await scene.as(ana)('listManagedProducts', {})).items).toMatchObject([
      { name: 'Pot', seller_id: ana.id },
    ])
    expect((await scene.as(bo)('listManagedProducts', {})).items).toMatchObject([{ name: 'Rug of Bo' }])
  })

  test('takes out their own and nothing else, and reaches no transfer of others', async () => {
    const { id: transfer_id, text } = await scene.takeOut('jsonl', { seller_id: bo.id }, ana)
    expect(text).toBe('')
    const own = await scene.takeOut('csv', {}, ana)
    expect(own.text).toContain('ANA-1')
    expect(own.text).not.toContain('BO-1')
    for (const operation of [
      'getTransfer',
      'runImport',
      'checkImport',
      'cancelTransfer',
      'deleteTransfer',
      'downloadExport',
      'downloadRefusals',
      'listTransferRows',
    ] as const)
      await expect(scene.as(bo)(operation, { transfer_id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const rest = { transfer_id: own.id, part: 0 }
    await expect(
      scene.call('readExportFile', rest, { principal: bo, caller: 'server' }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await scene.as(bo)('listTransfers', {})).total).toBe(0)
    expect((await scene.asStaff('listTransfers', { kind: 'export' })).items.map(({ id }) => id)).toContain(
      transfer_id,
    )
  })

  test('keeps no more than thirty', async () => {
    const many = sellerOf(newId())
    for (let made = 0; made < 30; made++)
      await scene.as(many)('createImport', { file_name: 'a.csv', size: 1 })
    await expect(scene.as(many)('createImport', { file_name: 'a.csv', size: 1 })).rejects.toMatchObject({
      code: 'CATALOG_TOO_MANY_TRANSFERS',
    })
    await expect(scene.as(many)('createExport', { format: 'csv' })).rejects.toMatchObject({
      code: 'CATALOG_TOO_MANY_TRANSFERS',
    })
    // Nobody touched them for a week.
    scene.clock.now = () => new Date(Date.now() + 8 * 24 * 3_600_000)
    await scene.runSchedule('prune-transfers')
    scene.clock.now = () => new Date()
    expect((await scene.as(many)('listTransfers', {})).total).toBe(0)
  })
})

test('strangers and customers reach none of it', async () => {
  const transfer_id = newId()
  await expect(scene.call('getTransfer', { transfer_id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  await expect(
    scene.call('getTransfer', { transfer_id }, { principal: { ...staff, permissions: ['orders:read'] } }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(scene.asStaff('claimTransfer', { worker: newId() })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})
