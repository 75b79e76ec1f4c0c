import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { ReviewsDeps } from './deps.ts'
import type { ShownPhoto } from './photos/shown-photos.ts'
import type { Report } from './store/find-managed.ts'
import type { ReviewRow } from './store/review-row.ts'

type ReviewView = RawOutputOf<Reviews, 'getReview'>
type OwnView = RawOutputOf<Reviews, 'listOwnReviews'>['items'][number]
export type ManagedView = RawOutputOf<Reviews, 'approveReview'>

function shared(row: ReviewRow) {
  const { id, product_id, rating, title, text, author_name, verified, status, helpful_count } = row
  const reply =
    row.reply === null || row.replied_at === null ? null : { text: row.reply, replied_at: row.replied_at }
  const { created_at, updated_at } = row
  return {
    ...{ id, product_id, rating, title, text, author_name, verified, status, helpful_count },
    reply,
    created_at,
    updated_at,
  }
}

/** A review as a shopper sees it: never by whom, but for the author themselves. */
export function reviewView(
  row: ReviewRow,
  viewer: string | null,
  voted: boolean,
  shown: ReadonlyMap<string, ShownPhoto>,
): ReviewView {
  const photos = row.photos.flatMap(({ id }) => shown.get(id) ?? [])
  return { ...shared(row), photos, own: viewer !== null && row.customer_id === viewer, voted }
}

type Product = OwnView['product']

/** What reviews are about, by the catalogue; unknown products are left out. */
async function productsOf(
  deps: ReviewsDeps,
  call: CallContext,
  rows: readonly ReviewRow[],
): Promise<Map<string, Product>> {
  if (rows.length === 0) return new Map()
  const product_ids = [...new Set(rows.map((row) => row.product_id))]
  const { products } = await deps.clients.catalog.describeProducts(call, { product_ids })
  return new Map(
    products.map(({ id, slug, name, picture, published }) => [id, { slug, name, picture, published }]),
  )
}

/** Reviews as their author sees them in their account. */
export async function ownViews(
  deps: ReviewsDeps,
  call: CallContext,
  rows: readonly ReviewRow[],
): Promise<OwnView[]> {
  const products = await productsOf(deps, call, rows)
  return rows.map((row) => ({
    ...shared(row),
    photos: row.photos,
    product: products.get(row.product_id) ?? null,
    rejected_reason: row.rejected_reason,
  }))
}

/** Reviews as the back office sees them. */
export async function managedViews(
  deps: ReviewsDeps,
  call: CallContext,
  rows: readonly ReviewRow[],
  reports: ReadonlyMap<string, Report[]>,
): Promise<ManagedView[]> {
  const products = await productsOf(deps, call, rows)
  return rows.map((row) => ({
    ...shared(row),
    photos: row.photos,
    product: products.get(row.product_id) ?? null,
    rejected_reason: row.rejected_reason,
    version: row.version,
    report_count: row.report_count,
    reports: reports.get(row.id) ?? [],
  }))
}

/** One of them. */
export async function managedView(
  deps: ReviewsDeps,
  call: CallContext,
  row: ReviewRow,
  reports: ReadonlyMap<string, Report[]>,
): Promise<ManagedView> {
  const [view] = await managedViews(deps, call, [row], reports)
  if (view === undefined) throw new Error('One review has one view.')
  return view
}
