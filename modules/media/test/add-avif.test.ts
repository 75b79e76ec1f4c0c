import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { canvas, type Darkroom, openDarkroom } from './darkroom.ts'

let room: Darkroom
beforeAll(async () => {
  room = await openDarkroom()
})
afterAll(() => room.close())

/** A picture as earlier versions left it: WebP alone. */
async function old(): Promise<string> {
  const { id } = await room.upload(await canvas(700, 400).png().toBuffer())
  const folder = join(room.dataDir, 'media', id)
  for (const name of await readdir(folder)) if (name.endsWith('.avif')) await rm(join(folder, name))
  await room.db.run(sql`UPDATE media.pictures SET avif_done = false WHERE id = ${id}`)
  return id
}
const open = async (): Promise<number> =>
  (
    await room.db.one<{ count: number }>(
      sql`SELECT count(*)::int AS count FROM media.pictures WHERE NOT avif_done`,
    )
  ).count
const files = (id: string) => readdir(join(room.dataDir, 'media', id))

test('pictures of earlier versions get their AVIF at each width, what is new has it already', async () => {
  await room.upload(await canvas(60, 40).png().toBuffer())
  expect(await open()).toBe(0)
  const ids: string[] = []
  for (let made = 0; made < 22; made++) ids.push(await old())
  expect((await room.rendition(ids[0]!, 640, 'avif')).content_type).toBe('image/webp')
  await room.runSchedule('add-avif')
  expect(await open()).toBe(0)
  for (const id of ids) expect(await files(id)).toHaveLength(6)
  const made = await room.rendition(ids[1]!, 640, 'avif')
  expect(made.content_type).toBe('image/avif')
  expect(await sharp(Buffer.from(made.bytes)).metadata()).toMatchObject({ compression: 'av1', width: 640 })
})

test('a run that ended half-way is gone on with, and what cannot be read is passed over', async () => {
  const half = await old()
  const broken = await old()
  const lost = await old()
  const kept = await sharp(await canvas(320, 183).png().toBuffer())
    .avif()
    .toBuffer()
  await writeFile(join(room.dataDir, 'media', half, '320.avif'), kept)
  await writeFile(join(room.dataDir, 'media', broken, '640.webp'), 'no picture')
  await rm(join(room.dataDir, 'media', lost), { recursive: true })
  await room.runSchedule('add-avif')
  expect(await open()).toBe(0)
  expect((await files(half)).filter((name) => name.endsWith('.avif')).sort()).toEqual([
    '320.avif',
    '640.avif',
    '700.avif',
  ])
  expect(Buffer.from((await room.rendition(half, 320, 'avif')).bytes).equals(kept)).toBe(true)
  expect((await files(broken)).filter((name) => name.endsWith('.avif')).sort()).toEqual([
    '320.avif',
    '700.avif',
  ])
  expect((await room.rendition(broken, 700, 'avif')).content_type).toBe('image/avif')
})
