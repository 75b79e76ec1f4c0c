import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Folder, openFolder, productLines } from './bench-of-files.ts'

let folder: Folder
beforeAll(async () => {
  folder = await openFolder()
})
afterAll(() => folder.close())

const BATCH = 250

test('an import that was killed goes on where it stopped, and loses and doubles nothing', async () => {
  const lines = productLines(6_000).split('\n')
  // One bad row in every batch or so.
  for (let index = 250; index < lines.length; index += 400) lines[index] = `{"name":"bad ${index}"}`
  const bad = lines.filter((line) => line.includes('"bad ')).length
  const file = await folder.write('long.jsonl', lines.join('\n'))
  const journal = await folder.write('journal.txt', '')
  const dataDir = join(folder.folder, 'killed')

  for (let kills = 0; kills < 3; kills++) {
    const script = fileURLToPath(new URL('./slow-import.ts', import.meta.url))
    const child = spawn(process.execPath, [script, file, dataDir, journal], { stdio: 'ignore' })
    await untilBatches(journal, (kills + 1) * 3)
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const batchesBefore = (await handed(journal)).length
  expect(batchesBefore).toBeLessThan(12)

  const summary = await folder.run(file, { dataDir })
  expect(summary).toMatchObject({ records: 6_000, created: 6_000 - bad, failed: bad, finished: true })
  expect(summary.resumed_from).toBeGreaterThan(0)
  const before = (await handed(journal)).flat()
  const after = folder.taken.map((row) => row.variants[0]?.sku ?? '')
  expect(new Set([...before, ...after]).size).toBe(6_000 - bad)
  // A kill can repeat the one batch that was under way, and the shop takes that by SKU.
  expect(before.length + after.length - (6_000 - bad)).toBeLessThanOrEqual(3 * BATCH)
  const rejects = await folder.rejects(summary.rejects_file)
  expect(rejects.map((reject) => reject.line)).toEqual(
    lines.flatMap((line, index) => (line.includes('"bad ') ? [index + 1] : [])),
  )
})

test('a shop that fails stops the import; the next run goes on, or begins again when told to', async () => {
  folder.taken.length = 0
  const file = await folder.write('failing.jsonl', productLines(2_000))
  let calls = 0
  const failing = async (rows: unknown[]) => {
    calls += 1
    if (calls === 3) throw new Error('The database is gone.')
    return { created: rows.length, updated: 0, failed: [] }
  }
  await expect(folder.run(file, { importProducts: failing })).rejects.toThrow('The database is gone.')
  expect(await folder.run(file)).toMatchObject({ resumed_from: 2 * BATCH, records: 2_000, created: 2_000 })
  expect(folder.taken).toHaveLength(2_000 - 2 * BATCH)
  expect(await folder.run(file)).toMatchObject({ resumed_from: 0, records: 2_000 })

  calls = 1
  await expect(folder.run(file, { importProducts: failing })).rejects.toThrow()
  expect(await folder.run(file, { resume: false })).toMatchObject({ resumed_from: 0, created: 2_000 })
})

test('a stop that was asked for ends between two batches', async () => {
  const file = await folder.write('stopped.jsonl', productLines(3_000))
  const stop = new AbortController()
  const stopped = await folder.run(file, { signal: stop.signal, onProgress: () => stop.abort() })
  expect(stopped.finished).toBe(false)
  expect(stopped.records).toBeLessThan(3_000)
  expect(await folder.run(file)).toMatchObject({
    resumed_from: stopped.records,
    created: 3_000,
    finished: true,
  })
})

async function handed(journal: string): Promise<string[][]> {
  const text = await readFile(journal, 'utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '))
}

async function untilBatches(journal: string, count: number): Promise<void> {
  for (let tries = 0; tries < 1_000 && (await handed(journal)).length < count; tries++) await sleep(10)
}
