import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canvas, type Darkroom, openDarkroom } from './darkroom.ts'

let room: Darkroom
beforeAll(async () => {
  room = await openDarkroom()
})
afterAll(() => room.close())

test('one file imported eight times at once is stored once', async () => {
  const bytes = new Uint8Array(await canvas(500, 500).jpeg().toBuffer())
  const pictures = await Promise.all(Array.from({ length: 8 }, () => room.importFile({ bytes, alt: 'Same' })))
  expect(new Set(pictures.map((picture) => picture.id)).size).toBe(1)
  expect(await readdir(join(room.dataDir, 'media'))).toEqual([pictures[0]?.id])
  const other = await room.importFile({ bytes, alt: 'Another description' })
  expect(other.id).not.toBe(pictures[0]?.id)
})

test('files whose row was never written are swept away, the others stay', async () => {
  const kept = await room.upload(await canvas(30, 30).png().toBuffer())
  const media = join(room.dataDir, 'media')
  const orphan = join(media, '0198a000-0000-7000-8000-00000000dead')
  const building = join(media, '.building-0198a000-0000-7000-8000-00000000beef')
  const longAgo = new Date(Date.now() - 3 * 86_400_000)
  for (const folder of [orphan, building]) {
    await mkdir(folder)
    await writeFile(join(folder, '320.webp'), 'x')
    await utimes(folder, longAgo, longAgo)
  }
  await utimes(join(media, kept.id), longAgo, longAgo)
  await room.runSchedule('sweep-orphans')
  const left = await readdir(media)
  expect(left).toContain(kept.id)
  expect(left.some((name) => name.includes('dead') || name.includes('beef'))).toBe(false)
})
