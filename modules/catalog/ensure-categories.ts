import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { plainText } from './domain/plain-text.ts'
import { freeSlug, slugFrom } from './domain/slug.ts'
import { allCategories, insertCategory, lockTree } from './store/categories.ts'
import { categorySlugsLike } from './store/slugs.ts'

type Path = readonly string[]

export type CategoryPaths = {
  /** Ids by `pathKey`; of two siblings with one name, the first. */
  readonly ids: Map<string, string>
  /** Keys by id. */
  readonly keys: Map<string, string>
}

const blank = { description: '', position: 0, picture: null, seo_title: '', seo_description: '' }

/** How a path of names is told from another: neither case nor accents count. */
export function pathKey(path: Path): string {
  return JSON.stringify(path.map((name) => plainText(name.trim())))
}

/** Category ids by `pathKey`; what is missing is made, parents first. */
export async function ensureCategories(tx: Tx, paths: readonly Path[], now: Date): Promise<CategoryPaths> {
  let known = await knownCategories(tx)
  const wanted = paths.flatMap((path) => path.map((_, depth) => path.slice(0, depth + 1)))
  if (wanted.every((path) => known.ids.has(pathKey(path)))) return known
  await lockTree(tx)
  known = await knownCategories(tx)
  for (const path of wanted) {
    const name = path.at(-1)
    if (name === undefined || known.ids.has(pathKey(path))) continue
    const id = newId()
    const base = slugFrom(name, `c-${id.slice(-12)}`)
    const slug = freeSlug(base, await categorySlugsLike(tx, base))
    const parent_id = known.ids.get(pathKey(path.slice(0, -1))) ?? null
    await insertCategory(tx, id, { ...blank, parent_id, slug, name }, now)
    known.ids.set(pathKey(path), id)
    known.keys.set(id, pathKey(path))
  }
  return known
}

/** The categories that there are. */
export async function knownCategories(tx: Tx): Promise<CategoryPaths> {
  const rows = await allCategories(tx)
  const keyed = rows.map((row) => [row.id, pathKey(row.breadcrumb.map(({ name }) => name))] as const)
  return { keys: new Map(keyed), ids: new Map(keyed.toReversed().map(([id, key]) => [key, id])) }
}
