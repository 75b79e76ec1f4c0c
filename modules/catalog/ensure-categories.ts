import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { plainText } from './domain/plain-text.ts'
import { freeSlug, slugFrom } from './domain/slug.ts'
import { allCategories, insertCategory, lockTree } from './store/categories.ts'
import { categorySlugsLike } from './store/slugs.ts'

type Path = readonly string[]

const blank = { description: '', position: 0, picture: null, seo_title: '', seo_description: '' }

/** How a path of names is told from another: neither case nor accents count. */
export function pathKey(path: Path): string {
  return JSON.stringify(path.map((name) => plainText(name.trim())))
}

/** Category ids by `pathKey`; what is missing is made, parents first. */
export async function ensureCategories(
  tx: Tx,
  paths: readonly Path[],
  now: Date,
): Promise<Map<string, string>> {
  let known = await knownPaths(tx)
  const wanted = paths.flatMap((path) => path.map((_, depth) => path.slice(0, depth + 1)))
  if (wanted.every((path) => known.has(pathKey(path)))) return known
  await lockTree(tx)
  known = await knownPaths(tx)
  for (const path of wanted) {
    const name = path.at(-1)
    if (name === undefined || known.has(pathKey(path))) continue
    const id = newId()
    const base = slugFrom(name, `c-${id.slice(-12)}`)
    const slug = freeSlug(base, await categorySlugsLike(tx, base))
    const parent_id = known.get(pathKey(path.slice(0, -1))) ?? null
    await insertCategory(tx, id, { ...blank, parent_id, slug, name }, now)
    known.set(pathKey(path), id)
  }
  return known
}

async function knownPaths(tx: Tx): Promise<Map<string, string>> {
  const rows = await allCategories(tx)
  // The first of two siblings with one name.
  return new Map(rows.reverse().map((row) => [pathKey(row.breadcrumb.map(({ name }) => name)), row.id]))
}
