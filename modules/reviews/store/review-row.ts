import { sql } from '@rampart/platform/db/sql.ts'

export type ReviewStatus = 'pending' | 'published' | 'rejected'

/** A review as it is stored. Whose it is stays inside the module. */
export type ReviewRow = {
  id: string
  product_id: string
  customer_id: string
  author_name: string
  rating: number
  title: string
  text: string
  verified: boolean
  status: ReviewStatus
  rejected_reason: string | null
  helpful_count: number
  report_count: number
  reply: string | null
  replied_at: string | null
  version: number
  /** Those that media has, in the order in which they came. */
  photos: { id: string; width: number; height: number }[]
  created_at: string
  updated_at: string
}

export const columns = sql`r.id, r.product_id, r.customer_id, r.author_name, r.rating, r.title, r.text, r.verified, r.status,
  r.rejected_reason, r.helpful_count, r.report_count, r.reply, r.replied_at, r.version, r.created_at, r.updated_at,
  coalesce((
    SELECT json_agg(json_build_object('id', p.id, 'width', p.width, 'height', p.height) ORDER BY p.id)
    FROM reviews.photos p WHERE p.review_id = r.id AND p.width IS NOT NULL
  ), '[]') AS photos`
