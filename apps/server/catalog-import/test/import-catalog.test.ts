import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Folder, openFolder, productLines } from './bench-of-files.ts'

let folder: Folder
beforeAll(async () => {
  folder = await openFolder()
})
beforeEach(() => {
  folder.taken.length = 0
  folder.told.length = 0
})
afterAll(() => folder.close())

describe('a CSV file', () => {
  test('is read by the names of its columns', async () => {
    const file = await folder.write(
      'plain.csv',
      '\ufeffname,sku,price,brand,category,quantity,description,attribute:Colour,attribute:Weight (g),ignored\r\n' +
        '"Mug, large",MUG-1,12.50,Tidewater,Home > Kitchen,7,"Two\r\nlines",Blue,310,x\r\n' +
        'Tee,TEE-1,9,,,,,,,\r\n',
    )
    expect(await folder.run(file)).toMatchObject({
      records: 2,
      created: 2,
      failed: 0,
      finished: true,
      rejects_file: null,
    })
    expect(folder.taken).toEqual([
      {
        line: 3,
        name: 'Mug, large',
        status: 'published',
        brand: 'Tidewater',
        summary: '',
        description: 'Two\nlines',
        category_path: ['Home', 'Kitchen'],
        attributes: [
          { name: 'Colour', value: 'Blue' },
          { name: 'Weight (g)', value: 310 },
        ],
        variants: [{ sku: 'MUG-1', price: { amount: '12.50', currency: 'USD' }, quantity: 7 }],
      },
      expect.objectContaining({ line: 4, name: 'Tee', brand: '', attributes: [] }),
    ])
  })

  test('tells of each bad row with its line and goes on', async () => {
    const file = await folder.write(
      'bad.csv',
      [
        'name,sku,price,quantity',
        'Good,OK-1,1,1',
        ',NO-NAME,1,1',
        'No SKU,,1,1',
        'No price,NP,,1',
        'Odd price,OP,12.345,1',
        'Negative,NEG,-1,1',
        'Half,HALF,1,0.5',
        'Again,OK-1,1,1',
        'Too,many,1,1,columns',
        'Bad "quote,Q,1,1',
        'Also good,OK-2,2,2',
      ].join('\n'),
    )
    const summary = await folder.run(file)
    expect(folder.taken.map((row) => row.variants[0]?.sku)).toEqual(['OK-1', 'OK-2'])
    expect(summary).toMatchObject({ created: 2, failed: 9, finished: true })
    expect(folder.told.map(({ line, reason }) => [line, reason])).toEqual([
      [3, expect.stringContaining('name')],
      [4, expect.stringContaining('sku')],
      [5, 'price is not a price in USD.'],
      [6, 'price is not a price in USD.'],
      [7, 'price is not a price in USD.'],
      [8, 'quantity is not a number of pieces.'],
      [9, 'SKU OK-1 already stands in line 2.'],
      [10, 'The line has more columns than the heading.'],
      [11, 'A quotation mark stands in the wrong place.'],
    ])
    const written = await folder.rejects(summary.rejects_file)
    expect(written.map((reject) => reject.line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(written[2]).toMatchObject({ record: { name: 'No price', sku: 'NP' } })
  })
})

describe('a JSONL file', () => {
  test('packed, with a mapping, becomes typed attributes and a category by rule', async () => {
    const mapping = await folder.write(
      'mapping.json',
      JSON.stringify({
        name: 'title',
        sku: 'ACME-{id}',
        price: { column: 'cents', unit: 'minor' },
        brand: 'maker',
        quantity: { default: 25 },
        category: {
          rules: [
            { column: 'title', any: ['cable', 'patch cord'], path: ['Cables'] },
            { column: 'kind', path: ['Devices', '{value}'] },
          ],
          fallback: ['Rest'],
        },
        attributes: {
          columns: { codes: { name: 'EAN', type: 'text' } },
          prefixes: [
            { prefix: 't_', type: 'text' },
            { prefix: 'n_', type: 'number' },
            { prefix: 'b_', type: 'boolean' },
          ],
          names: { hue: 'Colour' },
          ignore: ['n_internal'],
        },
      }),
    )
    const lines = [
      {
        id: 7,
        title: 'Network Cables, 2 m',
        cents: 495,
        maker: 'Wire',
        t_hue: 'Blue',
        n_length__m_: 2,
        b_shielded: false,
        n_internal: 1,
        codes: ['1', '2'],
      },
      {
        id: 8,
        title: 'Cabled knit',
        cents: 4000,
        kind: 'Jumper',
        n_length__m_: null,
        t_long: 'word '.repeat(200),
      },
      { id: 9, title: 'Neither', cents: 1, t_hue: '' },
      { id: 10, title: 'Wrong number', cents: 1, n_width: 'wide' },
      { id: 11, title: 'Wrong price', cents: '4.95' },
    ]
    const file = await folder.write(
      'acme.jsonl.gz',
      gzipSync(lines.map((line) => JSON.stringify(line)).join('\n')),
    )
    const summary = await folder.run(file, { mapping })
    expect(folder.taken).toMatchObject([
      {
        line: 1,
        category_path: ['Cables'],
        attributes: [
          { name: 'Colour', value: 'Blue' },
          { name: 'Length (m)', value: 2 },
          { name: 'Shielded', value: false },
          { name: 'EAN', value: '1, 2' },
        ],
        variants: [{ sku: 'ACME-7', price: { amount: '4.95', currency: 'USD' }, quantity: 25 }],
      },
      { line: 2, category_path: ['Devices', 'Jumper'] },
      { line: 3, category_path: ['Rest'], attributes: [] },
    ])
    const long = folder.taken[1]?.attributes?.find((attribute) => attribute.name === 'Long')?.value
    expect(String(long).length).toBeLessThanOrEqual(500)
    expect(folder.told).toMatchObject([
      { line: 4, reason: 'n_width holds "wide", which is no number.' },
      { line: 5, reason: 'cents is not a price in USD.' },
    ])
    expect(summary).toMatchObject({ records: 5, created: 3, failed: 2 })
  })

  test('survives lines that are no objects, and one that never ends', async () => {
    const good = productLines(2).split('\n')
    const file = await folder.write(
      'odd.jsonl',
      [good[0], 'not json', '[1]', 'null', '', 'x'.repeat(1_500_000), good[1]].join('\n'),
    )
    expect(await folder.run(file)).toMatchObject({ created: 2, failed: 4 })
    expect(folder.told.map(({ line }) => line)).toEqual([2, 3, 4, 6])
    expect(folder.taken.map((row) => row.line)).toEqual([1, 7])
  })
})

test('a dry run checks everything and changes nothing', async () => {
  const file = await folder.write('dry.jsonl', `${productLines(3)}\n{"name":"X"}`)
  expect(await folder.run(file, { dryRun: true })).toEqual({
    records: 4,
    created: 0,
    updated: 0,
    failed: 1,
    resumed_from: 0,
    rejects_file: null,
    finished: true,
  })
  expect(folder.taken).toEqual([])
  expect(folder.told).toHaveLength(1)
})

test('rows that the shop refuses are told of too', async () => {
  const file = await folder.write('refused.jsonl', productLines(3))
  const summary = await folder.run(file, {
    importProducts: async () => ({ created: 2, updated: 0, failed: [{ line: 2, reason: 'No.' }] }),
  })
  expect(summary).toMatchObject({ created: 2, failed: 1 })
  expect(await folder.rejects(summary.rejects_file)).toMatchObject([
    { line: 2, reason: 'No.', record: { sku: 'SKU-1' } },
  ])
})

test('says in a sentence what is wrong with a mapping or a file', async () => {
  const file = await folder.write('any.jsonl', productLines(1))
  const notJson = await folder.write('no.json', '{')
  await expect(folder.run(file, { mapping: notJson })).rejects.toThrow('this is not JSON')
  const notMapping = await folder.write('no-mapping.json', '{"name":"a","sku":"b"}')
  await expect(folder.run(file, { mapping: notMapping })).rejects.toThrow('price')
  await expect(folder.run(`${file}.missing`)).rejects.toThrow('ENOENT')
  const torn = await folder.write('torn.jsonl.gz', gzipSync(productLines(5_000)).subarray(0, 2_000))
  await expect(folder.run(torn)).rejects.toThrow()
})
