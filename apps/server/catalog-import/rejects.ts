import { mkdir, open, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileRecord } from './record.ts'

export type Reject = { readonly line: number; readonly reason: string; readonly record: FileRecord | null }

/** The file that refused rows are written to, one JSON object a line. */
export type Rejects = {
  readonly path: string
  /** Bytes written so far. */
  length(): number
  add(rejects: readonly Reject[]): Promise<void>
}

export function rejectsPath(dataDir: string, id: string): string {
  return join(dataDir, 'imports', `${id.slice(0, 16)}.rejects.jsonl`)
}

/** Opens the file at a length: what an interrupted run wrote after its last checkpoint is written again. */
export async function openRejects(path: string, length: number): Promise<Rejects> {
  let written = length
  await trim(path, length)
  return {
    path,
    length: () => written,
    async add(rejects) {
      if (rejects.length === 0) return
      await mkdir(dirname(path), { recursive: true, mode: 0o750 })
      const text = rejects.map((reject) => `${JSON.stringify(reject)}\n`).join('')
      const file = await open(path, 'a', 0o640)
      try {
        await file.writeFile(text)
        await file.sync()
      } finally {
        await file.close()
      }
      written += Buffer.byteLength(text)
    },
  }
}

async function trim(path: string, length: number): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found === null || found.size <= length) return
  const file = await open(path, 'r+')
  try {
    await file.truncate(length)
  } finally {
    await file.close()
  }
}
