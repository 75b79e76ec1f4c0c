import { deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordsOf } from '../../catalog-import/read-records.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const head = 'name,sku,price\n'
const good = 'Good,GOOD-1,1\n'
const zip = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), deflateRawSync(Buffer.alloc(5_000, 'a'))])

test.each<[string, string, string | Buffer, string, number | null]>([
  ['a workbook', 'book.csv', zip, 'not_text', null],
  ['something packed that does not say so', 'packed.csv', gzipSync(head + good), 'not_text', null],
  ['something that is not packed and says so', 'plain.csv.gz', head + good, 'broken_archive', null],
  [
    'an archive that was cut off',
    'cut.csv.gz',
    gzipSync('x'.repeat(90_000)).subarray(0, 60),
    'broken_archive',
    null,
  ],
  ['a NUL', 'nul.csv', `${head}Go\0od,NUL,1\n`, 'not_text', null],
  ['another encoding', 'latin.csv', Buffer.from(`${head}Größe,LATIN,1\n`, 'latin1'), 'not_utf8', 1],
  ['two bytes a letter', 'wide.csv', Buffer.from(`\ufeff${head}`, 'utf16le'), 'not_text', null],
  ['a hundred thousand columns', 'columns.csv', `${'a,'.repeat(100_000)}b\n1\n`, 'too_many_columns', null],
  ['a heading that repeats itself', 'twice.csv', 'name,sku,price,name\nA,B,1,C\n', 'columns_repeated', 1],
  ['a heading alone', 'head.csv', head, 'empty', null],
  ['blank lines alone', 'blank.jsonl', '\n\n\n', 'empty', null],
])('%s is refused as a whole, in words', async (_, name, content, problem, problem_line) => {
  const before = await scene.stored()
  expect(await scene.check(name, content)).toMatchObject({
    state: 'failed',
    phase: 'check',
    problem,
    problem_line,
  })
  expect(await scene.stored()).toEqual(before)
})

describe('a line that cannot be is refused, and the rest is taken', () => {
  test('where it never ends', async () => {
    const done = await scene.bringIn(
      'long.csv',
      `${head}${good}${'x'.repeat(3_000_000)},LONG,1\nAlso good,GOOD-2,1\n`,
    )
    expect(done).toMatchObject({ state: 'done', created: 2, refused: 1 })
    expect(await scene.rows(done.id, 'refused')).toMatchObject([{ line: 3, code: 'unreadable' }])
  })

  test('where something follows a quotation mark that closed', async () => {
    const done = await scene.check('after.csv', `${head}"Torn" off,T,1\nStays,STAYS-1,1\n`)
    expect(done).toMatchObject({ state: 'checked', created: 1, refused: 1 })
  })

  test('where a product has more lines than it may have variants: none of them is held', async () => {
    const columns = Array.from({ length: 19_000 }, (_, index) => `c${String(index)}`)
    const file = `rampart_product,name,status,sku,price,${columns.join()}\nok,Ok,draft,OK-1,1\n${'x,\n'.repeat(10_000)}`
    const began = performance.now()
    const done = await scene.check('wide.csv', file)
    expect(done).toMatchObject({ state: 'checked', records: 2, created: 1, refused: 1 })
    expect((await scene.rows(done.id, 'refused'))[0]?.reason).toContain('more than 250 variants')
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  test('where a line of JSON is nothing but quotation marks', async () => {
    const began = performance.now()
    const fine = '{"name":"Marked","sku":"MARKED","price":"1"}'
    const done = await scene.check(
      'marks.jsonl',
      `${fine}\n{"a":"${'\\"'.repeat(200_000)}\n${'"'.repeat(200_001)}`,
    )
    expect(done).toMatchObject({ refused: 2 })
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('where a quotation mark is never closed', async () => {
    const done = await scene.check('quote.csv', `${head}${good}"open,Q,1\n${'Lost,L,1\n'.repeat(200_000)}`)
    expect(done).toMatchObject({ state: 'checked', unchanged: 1, created: 0 })
    expect(done.refused).toBeGreaterThan(0)
  })

  test('where keys reach for what every object has, and values are nested without end', async () => {
    const lines = [
      '{"name":"Proto","sku":"PROTO","price":"1","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
      `{"name":"Deep","sku":"DEEP","price":"1","attribute:x":${'['.repeat(200_000)}1${']'.repeat(200_000)}}`,
      `{"name":"Open","sku":"OPEN","price":"1","a":${'{"a":'.repeat(100_000)}`,
      '{"name":{"toString":1},"sku":"OBJECT","price":"1"}',
      '{"format":"rampart-product-1","name":"Alien","slug":"alien","variants":[{"sku":"ALIEN","price":1}],"__proto__":{"status":"published"}}',
      '[]',
    ]
    const done = await scene.bringIn('keys.jsonl', lines.join('\n'))
    expect(done).toMatchObject({ state: 'done', created: 1, refused: 5 })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect((await scene.rows(done.id, 'created')).map(({ sku }) => sku)).toEqual(['PROTO'])
  })

  test('where cells are formulas: they are kept as text, and come out harmless', async () => {
    const formula = `=cmd|' /C calc'!A0`
    const done = await scene.bringIn(
      'formula.csv',
      `${head}"${formula}",FORM-1,1\n"bad ${formula}",FORM-2,=1+1\n`,
    )
    expect(done).toMatchObject({ created: 1, refused: 1 })
    const { items } = await scene.asStaff('listManagedProducts', { q: 'cmd' })
    expect(items.map(({ name }) => name)).toEqual([formula])
    const { text } = await scene.takeOut('csv', { q: 'cmd' })
    expect(text).toContain(`'${formula}`)
    const transfer_id = (await scene.check('names.csv', `${head}"=1+1",,\n`)).id
    const { bytes } = await scene.asStaff('downloadRefusals', { transfer_id })
    expect(Buffer.from(bytes).toString()).toContain(`2,,'=1+1,`)
  })

  test('with names of columns that every object has', async () => {
    const done = await scene.check(
      'odd.csv',
      'name,sku,price,__proto__,constructor,toString\nOdd,ODD-1,1,a,b,c\n',
    )
    expect(done).toMatchObject({ state: 'checked', created: 1, refused: 0 })
    expect(done.columns.map(({ name }) => name)).toContain('__proto__')
  })
})

test('a line of a gigabyte takes no more memory than a short one', { timeout: 120_000 }, async () => {
  const chunk = new Uint8Array(Buffer.alloc(4 * 1024 * 1024, 'x'))
  let peak = 0
  async function* endless(start: string): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(Buffer.from(start))
    for (let sent = 0; sent < 256; sent++) {
      yield chunk
      peak = Math.max(peak, process.memoryUsage().rss)
    }
    yield new Uint8Array(Buffer.from('\nEnd,END,1\n'))
  }
  for (const [format, start] of [
    ['csv', head],
    ['csv', `${head}"`],
    ['jsonl', ''],
  ] as const) {
    const before = process.memoryUsage().rss
    peak = before
    const read: unknown[] = []
    for await (const record of recordsOf(endless(start), { format, packed: false })) read.push(record)
    expect(read.length).toBeGreaterThan(0)
    expect(peak - before).toBeLessThan(300 * 1024 * 1024)
  }
})
