import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { CustomerPrincipal, Principal, StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { type HarnessOptions, testModule } from '@rampart/platform/testing/module-harness.ts'
import { reviewsModule } from '../module.ts'

export type Review = OutputOf<Reviews, 'getReview'>
export type Page = OutputOf<Reviews, 'listReviews'>
export type Managed = OutputOf<Reviews, 'approveReview'>
type Rating = OutputOf<Reviews, 'getRating'>

export const guest: Principal = { kind: 'guest', guest_token: null }

export function customer(): CustomerPrincipal {
  return { kind: 'customer', id: newId(), session_id: newId(), guest_token: null }
}

export function staff(...permissions: string[]): StaffPrincipal {
  return { kind: 'staff', id: newId(), session_id: newId(), role: 'manager', permissions }
}

export const moderator = staff('reviews:*')
export const seller = staff('reviews:own')
export const otherSeller = staff('reviews:own')

export const notFound = { code: 'NOT_FOUND', status: 404 }

type Kept = { account_id: string; published: boolean; bytes: Uint8Array; waits?: boolean }
export type Pictures = Map<string, Kept>

/** What the text of a picture tells the stand-in for media to do with it. */
export const refusedAs = {
  'no picture': 'MEDIA_NOT_A_PICTURE',
  'a virus': 'MEDIA_INFECTED',
  'one too many': 'MEDIA_TOO_MANY_FILES',
  'too large': 'PAYLOAD_TOO_LARGE',
  'a power cut': 'UNAVAILABLE',
} as const

/** What happens while media is asked to show photos, once each. */
type Meanwhile = (() => Promise<void>)[]

const waiting = ({ waits }: Kept) => (waits === true ? ('quarantined' as const) : ('clean' as const))

/** Keeps photos as media does, in memory. */
function mediaOf(pictures: Pictures, meanwhile: Meanwhile) {
  const owned = (account_id: string, ids: string[]) =>
    ids.flatMap((id) => {
      const kept = pictures.get(id)
      return kept?.account_id === account_id ? [[id, kept] as const] : []
    })
  const size = { width: 900, height: 600 }
  return {
    storeReviewPhoto: async (
      given: { photo_id: string; account_id: string; bytes: Uint8Array },
      { fail }: { fail: (code: string) => Error },
    ) => {
      const code = refusedAs[Buffer.from(given.bytes).toString() as keyof typeof refusedAs]
      if (code !== undefined) throw fail(code)
      pictures.set(given.photo_id, { account_id: given.account_id, published: false, bytes: given.bytes })
      const shown = { status: 'clean' as const, widths: [], url: null }
      return { id: given.photo_id, alt: '', ...size, ...shown }
    },
    publishReviewPhotos: async (given: { account_id: string; photo_ids: string[]; published: boolean }) => {
      await meanwhile.shift()?.()
      for (const [, kept] of owned(given.account_id, given.photo_ids)) kept.published = given.published
      return null
    },
    discardReviewPhotos: async (given: { account_id: string; photo_ids: string[] }) => {
      for (const [id] of owned(given.account_id, given.photo_ids)) pictures.delete(id)
      return null
    },
    describeReviewPhotos: async ({ photo_ids }: { photo_ids: string[] }) => ({
      photos: photo_ids.flatMap((id) => {
        const kept = pictures.get(id)
        if (kept === undefined) return []
        const widths = kept.published ? [320, 900] : []
        const url = kept.published ? `/api/v1/media/${id}/900` : null
        return [{ id, alt: '', ...size, status: waiting(kept), widths, url }]
      }),
    }),
    readReviewPhoto: async ({ photo_id }: { photo_id: string }) => {
      const bytes = new Uint8Array(pictures.get(photo_id)?.bytes ?? [])
      return { content_type: 'image/webp', bytes, etag: '"1"' }
    },
  }
}

/** The reviews module with a database of its own, and a catalogue and orders that say what tests tell them. */
export async function openReviews(options: HarnessOptions = {}) {
  const products = new Map<string, { published: boolean; seller_id: string | null }>()
  const sold = new Set<string>()
  const pictures: Pictures = new Map()
  const meanwhile: Meanwhile = []
  const h = await testModule(reviewsModule, {
    ...options,
    stubs: {
      catalog: {
        describeProducts: async ({ product_ids }: { product_ids: string[] }) => ({
          products: product_ids.flatMap((id) => {
            const known = products.get(id)
            return known === undefined ? [] : [{ id, slug: 'mug', name: 'Mug', picture: null, ...known }]
          }),
        }),
      },
      media: mediaOf(pictures, meanwhile),
      orders: {
        hasBought: async (input: { customer_id: string; product_id: string }) => ({
          bought: sold.has(`${input.customer_id} ${input.product_id}`),
        }),
      },
    },
  })
  const as = (principal: Principal) => ({ principal })
  const house = {
    ...h,
    /** A product of the catalogue. */
    product: (seller_id: string | null = null, published = true): string => {
      const id = newId()
      products.set(id, { published, seller_id })
      return id
    },
    sell: (buyer: CustomerPrincipal, product_id: string) => sold.add(`${buyer.id} ${product_id}`),
    unsell: (buyer: CustomerPrincipal, product_id: string) => sold.delete(`${buyer.id} ${product_id}`),
    forget: (product_id: string) => products.delete(product_id),
    /** The buyer gives products back, and orders tell of it. */
    giveBack: async (buyer: CustomerPrincipal, product_ids: string[], event?: string) => {
      for (const id of product_ids) sold.delete(`${buyer.id} ${id}`)
      await h.deliver('orders.purchase-undone.v1', { account_id: buyer.id, product_ids }, event)
    },
    write: (who: Principal, product_id: string, more: object = {}): Promise<Review> =>
      h.call('createReview', { product_id, rating: 4, text: 'Holds tea.', ...more }, as(who)),
    rewrite: (who: Principal, review_id: string, more: object = {}): Promise<Review> =>
      h.call('updateReview', { review_id, rating: 2, text: 'It leaks.', ...more }, as(who)),
    remove: (who: Principal, review_id: string): Promise<null> =>
      h.call('deleteReview', { review_id }, as(who)),
    get: (who: Principal, review_id: string): Promise<Review> => h.call('getReview', { review_id }, as(who)),
    list: (filter: object, who: Principal = guest): Promise<Page> => h.call('listReviews', filter, as(who)),
    mine: (who: Principal, filter: object = {}): Promise<OutputOf<Reviews, 'listOwnReviews'>> =>
      h.call('listOwnReviews', filter, as(who)),
    managed: (who: Principal, filter: object = {}): Promise<OutputOf<Reviews, 'listManagedReviews'>> =>
      h.call('listManagedReviews', filter, as(who)),
    approve: (review_id: string, more: object = {}, who: Principal = moderator): Promise<Managed> =>
      h.call('approveReview', { review_id, ...more }, as(who)),
    reject: (review_id: string, more: object = {}, who: Principal = moderator): Promise<Managed> =>
      h.call('rejectReview', { review_id, ...more }, as(who)),
    vote: (who: Principal, review_id: string, helpful = true): Promise<OutputOf<Reviews, 'markHelpful'>> =>
      h.call('markHelpful', { review_id, helpful }, as(who)),
    report: (who: Principal, review_id: string, more: object = {}): Promise<null> =>
      h.call('reportReview', { review_id, reason: 'spam', ...more }, as(who)),
    reply: (who: Principal, review_id: string, text: string | null): Promise<Managed> =>
      h.call('replyToReview', { review_id, text }, as(who)),
    /** What media keeps. */
    pictures,
    meanwhile,
    photo: (
      who: Principal,
      review_id: string,
      says = 'a mug',
    ): Promise<OutputOf<Reviews, 'addReviewPhoto'>> =>
      h.call(
        'addReviewPhoto',
        { review_id, file: { filename: 'mug.jpg', bytes: new TextEncoder().encode(says) } },
        as(who),
      ),
    look: (who: Principal, photo_id: string): Promise<OutputOf<Reviews, 'getReviewPhoto'>> =>
      h.call('getReviewPhoto', { photo_id }, as(who)),
    takeOff: (who: Principal, photo_id: string): Promise<null> =>
      h.call('removeReviewPhoto', { photo_id }, as(who)),
    /** Runs the jobs about photos that wait. */
    settle: async () => {
      for (const { name, payload } of h.takeJobs()) await h.runJob(name, payload)
    },
    rating: (product_id: string): Promise<Rating> => h.call('getRating', { product_id }),
    /** A published review, and who wrote it. */
    published: async (product_id: string, more: object = {}) => {
      const author = customer()
      const { id } = await house.write(author, product_id, more)
      await house.approve(id)
      return { id, author }
    },
    /** What was told about the rating of a product, oldest first. */
    ratingsTold: async (product_id: string) => {
      const events: { type: string; payload: Record<string, unknown> }[] = await h.events()
      return events
        .filter(
          ({ type, payload }) => type === 'reviews.rating-changed.v1' && payload['product_id'] === product_id,
        )
        .map(({ payload }) => payload)
    },
    /** What the author of a review was told about it, oldest first. */
    told: async (review_id: string) => {
      const events: { type: string; payload: Record<string, unknown> }[] = await h.events()
      return events
        .filter(
          ({ type, payload }) => type === 'reviews.review-decided.v1' && payload['review_id'] === review_id,
        )
        .map(({ payload }) => payload)
    },
    audits: async (subject_id: string) => {
      const events: { type: string; payload: { action: string; subject_id: string } }[] = await h.events()
      return events
        .filter(
          ({ type, payload }) => type === 'audit.entry-recorded.v1' && payload.subject_id === subject_id,
        )
        .map(({ payload }) => payload)
    },
  }
  return house
}

export type House = Awaited<ReturnType<typeof openReviews>>
