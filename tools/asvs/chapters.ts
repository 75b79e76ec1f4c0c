import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Chapter } from './rows.ts'

const Row = z.strictObject({
  id: z.string(),
  level: z.union([z.literal(1), z.literal(2)]),
  status: z.enum(['met', 'partly', 'open', 'none']),
  how: z.string(),
  shown: z.array(z.string()),
})

const ChapterFile = z.strictObject({ id: z.string(), title: z.string(), rows: z.array(Row) })

/** The root of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where the generated page is. */
export const asvsFile = fileURLToPath(new URL('../../docs/asvs.md', import.meta.url))

const files = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9', 'v10', 'v13', 'v14', 'v15', 'v16'].map(
  (name) => `${name}.json`,
)

/** The chapters that were gone through so far, in the order of the standard. */
export function readChapters(): readonly Chapter[] {
  return files.map((file) =>
    ChapterFile.parse(JSON.parse(readFileSync(new URL(`../../docs/asvs/${file}`, import.meta.url), 'utf8'))),
  )
}
