import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { catalog } from '@rampart/contracts/catalog.ts'
import { ReportReason, reviews } from '@rampart/contracts/reviews.ts'
import { backgroundContext, type CallContext, EDGE } from '@rampart/platform/contract/call-context.ts'
import { type Client, client } from '@rampart/platform/contract/client.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Runtime } from '../boot/runtime.ts'
import { readPicture } from './boutique.ts'
import { buyerNamed, type DemoBuyers } from './seed-buyers.ts'

const Sample = z.strictObject({
  by: z.string(),
  /** The product’s address. */
  of: z.string(),
  rating: z.int(),
  title: z.string(),
  text: z.string(),
  /** How long ago it was written. */
  days: z.int(),
  photo: z.string().optional(),
  /** How many others found it helpful. */
  helpful: z.int(),
  fate: z.enum(['published', 'pending', 'rejected']),
  reason: z.string().optional(),
  reply: z.string().optional(),
  reports: z.array(z.strictObject({ by: z.string(), reason: ReportReason, note: z.string() })).default([]),
})

type Sample = z.infer<typeof Sample>

/** Has the demo's customers say what they think: some of it is published, some waits, something was reported. */
export async function seedReviews(runtime: Runtime, buyers: DemoBuyers): Promise<void> {
  const file = new URL('reviews.json', import.meta.url)
  const samples = z.array(Sample).parse(JSON.parse(await readFile(file, 'utf8')))
  const shelves = client(catalog, runtime.assembly.linkTo('catalog'), EDGE)
  const desk = client(reviews, runtime.assembly.linkTo('reviews'), EDGE)
  const staff = as({
    kind: 'staff',
    id: newId(),
    session_id: newId(),
    role: 'super_admin',
    permissions: ['*:*'],
  })
  for (const sample of samples) {
    const author = as(buyerNamed(buyers, sample.by))
    const { id: product_id } = await shelves.getProductBySlug(author, { slug: sample.of })
    const { rating, title, text, by } = sample
    const written = { product_id, rating, title, text, author_name: by.split(' ')[0] ?? '' }
    const { id } = await desk.createReview(author, written)
    if (sample.photo !== undefined) {
      const file = { filename: sample.photo, bytes: await readPicture(sample.photo) }
      await desk.addReviewPhoto(author, { review_id: id, file })
    }
    await meetFate(desk, staff, id, sample)
    await hearOthers(desk, buyers, id, sample)
    await writeEarlier(runtime, id, sample.days)
  }
}

async function meetFate(
  desk: Client<typeof reviews>,
  staff: CallContext,
  review_id: string,
  { fate, reason = '', reply }: Sample,
): Promise<void> {
  if (fate === 'published') await desk.approveReview(staff, { review_id })
  if (fate === 'rejected') await desk.rejectReview(staff, { review_id, reason })
  if (reply !== undefined) await desk.replyToReview(staff, { review_id, text: reply })
}

async function hearOthers(
  desk: Client<typeof reviews>,
  buyers: DemoBuyers,
  review_id: string,
  { by, helpful, reports }: Sample,
): Promise<void> {
  const others = [...buyers].filter(([name]) => name !== by).slice(0, helpful)
  for (const [, reader] of others) await desk.markHelpful(as(reader), { review_id })
  for (const { by: reporter, reason, note } of reports)
    await desk.reportReview(as(buyerNamed(buyers, reporter)), { review_id, reason, note })
}

/** Moves a sample review into the past, as if the shop had been open for some days. */
async function writeEarlier({ db }: Runtime, id: string, days: number): Promise<void> {
  await db.run(sql`
    UPDATE reviews.reviews SET created_at = created_at - ${days} * interval '1 day',
      updated_at = updated_at - ${days} * interval '1 day', replied_at = replied_at - ${days} * interval '1 day'
    WHERE id = ${id}`)
}

function as(principal: Principal): CallContext {
  return { ...backgroundContext(newId()), principal }
}
