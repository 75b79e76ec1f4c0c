import { readFile } from 'node:fs/promises'

/** Product (by the file's id) → grade, by question. */
export type Judgements = Map<string, Map<string, number>>

/** Reads lines of `query,sku,grade`. */
export async function readJudgements(file: string): Promise<Judgements> {
  const judgements: Judgements = new Map()
  for (const line of (await readFile(file, 'utf8')).trim().split('\n').slice(1)) {
    const [, query = '', sku = '', grade = ''] = /^"?(.*?)"?,([^,]+),(\d)\s*$/.exec(line) ?? []
    const own = judgements.get(query) ?? new Map<string, number>()
    judgements.set(query, own.set(sku, Number(grade)))
  }
  return judgements
}
