import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportRow } from '../map-record.ts'
import { importCatalog, type ImportCatalogOptions } from '../import-catalog.ts'
import type { Reject } from '../rejects.ts'

/** A folder for files to import, and a shop that takes every row and remembers it. */
export async function openFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'rampart-import-'))
  const taken: ImportRow[] = []
  const told: Reject[] = []
  const defaults: Omit<ImportCatalogOptions, 'file'> = {
    dryRun: false,
    resume: true,
    dataDir: join(folder, 'data'),
    currency: 'USD',
    importProducts: async (rows) => {
      taken.push(...rows)
      return { created: rows.length, updated: 0, failed: [] }
    },
    onReject: (reject) => void told.push(reject),
  }
  return {
    folder,
    taken,
    told,
    async write(name: string, content: string | Buffer): Promise<string> {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    },
    run: (file: string, options: Partial<ImportCatalogOptions> = {}) =>
      importCatalog({ ...defaults, ...options, file }),
    async rejects(path: string | null): Promise<Reject[]> {
      const text = path === null ? '' : await readFile(path, 'utf8')
      return text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Reject)
    },
    close: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

export type Folder = Awaited<ReturnType<typeof openFolder>>

/** A JSONL file with one product a line, in the columns of an import without a mapping. */
export function productLines(count: number): string {
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify({ name: `Product ${index}`, sku: `SKU-${index}`, price: '1.50' }),
  ).join('\n')
}
