import type { Db } from '../../platform/db/db.ts'
import { sql } from '../../platform/db/sql.ts'
import { mistyped, type Questions } from '../questions.ts'

/** Something that is asked again and again, each time for something else. */
export type Target = {
  readonly name: string
  readonly who: 'guest' | 'staff'
  readonly paths: readonly string[]
}

const api = (path: string): string => `/api/v1${path}`
const searchFor = (question: string): string => `q=${encodeURIComponent(question)}`

/** What is measured in the wide shop: pages of the storefront, and lists of the API for shoppers and staff. */
export async function findTargets(db: Db, { judged, rare }: Questions, asked: number): Promise<Target[]> {
  const slugs = await someSlugs(db, asked)
  const [wide, rated, busy] = await Promise.all([widest(db, asked), mostRated(db), busiest(db)])
  const categories = await filled(db)
  const own = (from: number) => rare.slice(from * asked, (from + 1) * asked)
  const numbers = Array.from({ length: asked }, (_, index) => index)
  const guest = (name: string, paths: readonly string[]): Target => ({ name, who: 'guest', paths })
  const staff = (name: string, paths: readonly string[]): Target => ({ name, who: 'staff', paths })
  const manage = (query: string) => numbers.map((n) => api(`/manage/products?page_size=50&${query}${n + 1}`))
  const stock = (query: string) => numbers.map((n) => api(`/inventory?page_size=50&${query}${n + 1}`))
  return [
    guest('page: home', ['/']),
    guest('page: category', categories.map((slug) => `/c/${slug}`)), // prettier-ignore
    guest('page: category, page 20 on, by price', categories.slice(0, 3).flatMap((slug) => numbers.slice(0, 20).map((n) => `/c/${slug}?sort=price&page=${n + 20}`))), // prettier-ignore
    guest('page: product', slugs.map((slug) => `/p/${slug}`)), // prettier-ignore
    guest('page: product with 50 variants', wide.map(({ slug }) => `/p/${slug}`)), // prettier-ignore
    guest('page: product with 5,000 reviews', [`/p/${rated.slug}`]),
    guest('page: search, judged question', judged.map((q) => `/search?${searchFor(q)}`)), // prettier-ignore
    guest('page: search, new question', own(0).map((q) => `/search?${searchFor(q)}`)), // prettier-ignore
    guest('page: sitemap', ['/sitemap.xml', '/sitemap/pages.xml', '/sitemap/products-1.xml']),
    guest('search, judged question', judged.map((q) => api(`/search?${searchFor(q)}`))), // prettier-ignore
    guest('search, new question', own(1).map((q) => api(`/search?${searchFor(q)}`))), // prettier-ignore
    guest('search, new question, one in three mistyped', mistyped(own(2), 3).map((q) => api(`/search?${searchFor(q)}`))), // prettier-ignore
    guest('search, page 2 of an asked one', own(1).map((q) => api(`/search?page=2&${searchFor(q)}`))), // prettier-ignore
    guest('search, narrowed by price and stock', own(3).map((q, n) => api(`/search?in_stock=true&price_max=${n * 10 + 50}&${searchFor(q)}`))), // prettier-ignore
    guest('search, everything, narrowed', numbers.map((n) => api(`/search?price_max=${n * 10 + 50}`))), // prettier-ignore
    guest('suggestions', own(4).map((q) => api(`/search/suggest?${searchFor(q.slice(0, 3 + (q.length % 9)))}`))), // prettier-ignore
    guest('category, narrowed by price', numbers.map((n) => api(`/search?category=${categories[n % 10] ?? ''}&price_max=${n * 10 + 50}`))), // prettier-ignore
    guest('listing, deep', numbers.map((n) => api(`/products?sort=name&page=${900 + n}`))), // prettier-ignore
    guest('product with 50 variants', wide.map(({ id }) => api(`/products/${id}`))), // prettier-ignore
    guest('reviews of one, by helpfulness', numbers.map((n) => api(`/reviews?product_id=${rated.id}&sort=helpful&page=${n + 1}`))), // prettier-ignore
    guest('reviews of one, worst first', numbers.map((n) => api(`/reviews?product_id=${rated.id}&sort=rating&page=${n + 1}`))), // prettier-ignore
    guest('recommendations beside a product', wide.map(({ id }) => api(`/products/${id}/recommendations`))), // prettier-ignore
    staff('products', manage('page=')),
    staff('products, by name, deep', numbers.map((n) => api(`/manage/products?page_size=50&sort=name&page=${300 + n}`))), // prettier-ignore
    staff('products, by what is available', manage('sort=available&page=')),
    staff('products, of a status', manage('status=published&page=')),
    staff('products, by text', own(5).map((q) => api(`/manage/products?${searchFor(q)}`))), // prettier-ignore
    staff('products, of a category', numbers.map((n) => api(`/manage/products?page=${n + 1}&category=${categories[0] ?? ''}`))), // prettier-ignore
    staff('stock', stock('page=')),
    staff('stock, deep', numbers.map((n) => api(`/inventory?page_size=50&page=${1900 + n}`))), // prettier-ignore
    staff('stock, by text', own(6).map((q) => api(`/inventory?${searchFor(q.split(' ')[0] ?? q)}`))), // prettier-ignore
    staff('stock, low', stock('low=true&page=')),
    staff('movements of one', [api(`/inventory/${busy}/movements`), api(`/inventory/${busy}/movements?limit=100`)]), // prettier-ignore
    staff('reviews', numbers.map((n) => api(`/manage/reviews?page=${n + 1}`))), // prettier-ignore
    staff('reviews that wait', numbers.map((n) => api(`/manage/reviews?status=pending&sort=oldest&page=${n + 1}`))), // prettier-ignore
    staff('reviews, deep', numbers.map((n) => api(`/manage/reviews?page=${9_000 + n}`))), // prettier-ignore
    staff('reviews, reported', numbers.map((n) => api(`/manage/reviews?reported=true&sort=reports&page=${n + 1}`))), // prettier-ignore
    staff('reviews, by text', numbers.map((n) => api(`/manage/reviews?q=${encodeURIComponent(`think of it, ${n}77`)}`))), // prettier-ignore
    staff('price history', wide.map(({ id }) => api(`/products/${id}/price-history`))), // prettier-ignore
  ]
}

async function someSlugs(db: Db, count: number): Promise<string[]> {
  const rows = await db.many<{ slug: string }>(sql`
    SELECT slug FROM catalog.products WHERE status = 'published' ORDER BY md5(slug) LIMIT ${count}`)
  return rows.map(({ slug }) => slug)
}

async function widest(db: Db, count: number): Promise<{ id: string; slug: string }[]> {
  return db.many(sql`
    SELECT id, slug FROM catalog.products WHERE status = 'published'
    ORDER BY variant_count DESC, md5(slug) LIMIT ${count}`)
}

async function mostRated(db: Db): Promise<{ id: string; slug: string }> {
  const { id } = await db.one<{ id: string }>(sql`
    SELECT product_id AS id FROM reviews.products
    ORDER BY (SELECT sum(n) FROM unnest(stars) AS n) DESC LIMIT 1`)
  return db.one(sql`SELECT id, slug FROM catalog.products WHERE id = ${id}`)
}

async function busiest(db: Db): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    SELECT variant_id AS id FROM inventory.movements GROUP BY variant_id ORDER BY count(*) DESC LIMIT 1`)
  return id
}

async function filled(db: Db): Promise<string[]> {
  const rows = await db.many<{ slug: string }>(sql`
    SELECT c.slug FROM catalog.categories AS c JOIN catalog.listing_counts AS l ON l.category_id = c.id
    WHERE l.published >= 20 ORDER BY l.published DESC, c.slug`)
  return rows.map(({ slug }) => slug)
}
