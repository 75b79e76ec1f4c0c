import type { Db } from '../platform/db/db.ts'
import { sql } from '../platform/db/sql.ts'
import { load, type Load, median } from './load.ts'
import type { BenchShop } from './shop.ts'

export type PageResult = { readonly name: string; readonly runs: readonly Load[]; readonly perSecond: number }

/** Whole pages of the storefront, rendered on the server, with their recommendations. */
export async function measurePages(
  shop: BenchShop,
  db: Db,
  options: { rounds: number; seconds: number },
): Promise<PageResult[]> {
  const products = await db.many<{ slug: string }>(sql`
    SELECT slug FROM catalog.products WHERE status = 'published' ORDER BY md5(slug) LIMIT 500`)
  const categories = await db.many<{ slug: string }>(sql`
    SELECT c.slug FROM catalog.categories AS c JOIN catalog.listing_counts AS l ON l.category_id = c.id
    WHERE l.published >= 20 ORDER BY c.slug`)
  const rows = [
    { name: 'page: home', paths: ['/'] },
    { name: 'page: category', paths: categories.map(({ slug }) => `/c/${slug}`) },
    { name: 'page: product', paths: products.map(({ slug }) => `/p/${slug}`) },
  ]
  const runs = new Map<string, Load[]>(rows.map(({ name }) => [name, []]))
  for (const { paths } of rows) await load(shop.server.url, paths, Math.min(3, options.seconds), 8)
  for (let round = 0; round < options.rounds; round += 1) {
    for (const { name, paths } of rows)
      runs.get(name)?.push(await load(shop.server.url, paths, options.seconds, 8))
  }
  return rows.map(({ name }) => {
    const own = runs.get(name) ?? []
    return { name, runs: own, perSecond: median(own.map(({ perSecond }) => perSecond)) }
  })
}
