import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { EMAIL, HOME, privacyScene } from './scene.ts'
import { filesOf } from './unzip.ts'

let scene: Awaited<ReturnType<typeof privacyScene>>
beforeAll(async () => void (scene = await privacyScene()))
afterAll(() => scene.close())

type Export = { id: string; status: string; size: number | null; expires_at: string | null }
type Place = { export_id: string; part: number }
type Part = { bytes: Uint8Array; next: Place | null }
type Download = Part & { content_type: string; attachment: string }

test('what is asked for is made, told of once, fetched for seven days and then gone', async () => {
  const ada = scene.shopper()
  await ada.call('createAddress', HOME)
  const asked = await ada.call<Export>('requestExport')
  expect(asked).toMatchObject({ status: 'queued', size: null, expires_at: null })
  const jobs = scene.h.takeJobs()
  expect(jobs).toHaveLength(1)
  for (const { name, payload } of jobs) await scene.h.runJob(name, payload)

  const { items } = await ada.call<{ items: Export[] }>('listExports')
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ id: asked.id, status: 'ready', expires_at: '2026-03-09T09:00:00.000Z' })
  expect(await scene.news()).toEqual([
    { type: 'customers.export-ready.v1', payload: { account_id: ada.id, export_id: asked.id } },
  ])

  const file = await ada.call<Download>('downloadExport', { export_id: asked.id })
  expect(file).toMatchObject({ content_type: 'application/zip', attachment: 'my-data-2026-03-02.zip' })
  expect(file.bytes).toHaveLength(items[0]?.size ?? 0)
  const files = filesOf(file.bytes)
  expect(Object.keys(files)).toEqual([
    'README.txt',
    ...[
      'identity',
      'orders',
      'cart',
      'pricing',
      'recommendations',
      'reviews',
      'notifications',
      'oauth',
      'audit',
      'addresses',
      'wishlist',
      'exports',
    ].map((name) => `${name}.json`),
    'avatar.webp',
  ])
  expect(files['README.txt']).toContain(EMAIL)
  expect(files['README.txt']).toContain('Ihre Daten')
  expect(JSON.parse(files['addresses.json'] ?? '')).toMatchObject([{ address: HOME }])
  expect(files['avatar.webp']).toBe('a picture')
  expect(JSON.parse(files['orders.json'] ?? '')).toEqual([{ from: 'orders' }])

  // The same job again, after a crash between its last step and its end, changes nothing.
  for (const { name, payload } of jobs) await scene.h.runJob(name, payload)
  expect(await scene.news()).toHaveLength(1)

  scene.advance(7 * 24)
  await expect(ada.call('downloadExport', { export_id: asked.id })).rejects.toMatchObject({ status: 404 })
  await scene.h.runSchedule('expire-exports')
  expect((await ada.call<{ items: Export[] }>('listExports')).items[0]).toMatchObject({ status: 'expired' })
  const kept = await scene.h.db.many(sql`SELECT id FROM customers.exports WHERE archive IS NOT NULL`)
  expect(kept).toEqual([])
  scene.advance(24 * 24)
  await scene.h.runSchedule('expire-exports')
  expect((await ada.call<{ items: Export[] }>('listExports')).items).toEqual([])
})

test('a large archive is handed over part by part, to its owner alone', async () => {
  const [ada, ben] = [scene.shopper(), scene.shopper()]
  scene.neighbours.picture = randomBytes(2_500_000)
  const { id } = await ada.call<Export>('requestExport')
  await scene.work()
  scene.neighbours.picture = Buffer.from('a picture')
  const first = await ada.call<Download>('downloadExport', { export_id: id })
  expect(first.next).toEqual({ export_id: id, part: 1 })
  const parts = [first.bytes]
  for (let next = first.next; next !== null;) {
    const stranger = ben.call('readExportPart', next, { principal: ben.principal(), caller: 'server' })
    await expect(stranger).rejects.toMatchObject({ status: 404 })
    const part: Part = await ada.call('readExportPart', next, {
      principal: ada.principal(),
      caller: 'server',
    })
    parts.push(part.bytes)
    next = part.next
  }
  expect(parts.map(({ length }) => length).slice(0, 2)).toEqual([1_048_576, 1_048_576])
  expect(parts).toHaveLength(3)
  const [made] = (await ada.call<{ items: Export[] }>('listExports')).items
  const whole = Buffer.concat(parts)
  expect(whole).toHaveLength(made?.size ?? 0)
  expect(filesOf(whole)['README.txt']).toContain(EMAIL)
  const beyond = ada.call(
    'readExportPart',
    { export_id: id, part: 3 },
    { principal: ada.principal(), caller: 'server' },
  )
  await expect(beyond).rejects.toMatchObject({ status: 404 })
})

test('what lies in the database can be read by nobody', async () => {
  const ada = scene.shopper()
  const { id } = await ada.call<Export>('requestExport')
  await scene.work()
  const { archive } = await scene.h.db.one<{ archive: Buffer }>(
    sql`SELECT archive FROM customers.exports WHERE id = ${id}`,
  )
  expect(archive.includes('README.txt')).toBe(false)
  // Two letters of the mark of a ZIP stand in random bytes now and then; all four hardly ever.
  expect(archive.includes('PK\u0003\u0004')).toBe(false)
})

test('an export that cannot be made is given up and may be asked for again', async () => {
  const ada = scene.shopper()
  scene.neighbours.fails = 'cart.export'
  const { id } = await ada.call<Export>('requestExport')
  await expect(scene.work()).rejects.toThrow()
  const [first] = (await ada.call<{ items: Export[] }>('listExports')).items
  expect(first).toMatchObject({ id, status: 'queued' })
  scene.neighbours.fails = null
  scene.advance(25)
  await scene.h.runSchedule('expire-exports')
  expect((await ada.call<{ items: Export[] }>('listExports')).items[0]).toMatchObject({ status: 'failed' })
  expect(await ada.call('requestExport')).toMatchObject({ status: 'queued' })
})
