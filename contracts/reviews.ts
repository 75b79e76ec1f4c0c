import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import {
  Bytes,
  Id,
  Nothing,
  Page,
  pageFields,
  QueryFlag,
  Text,
  Timestamp,
} from '@rampart/platform/contract/fields.ts'
import { erasureOperation, exportOperation } from './personal-data.ts'
import { Picture } from './shared-fields.ts'

/** Pending until a moderator has read it; what its author changes is pending again. */
export const ReviewStatus = z.enum(['pending', 'published', 'rejected'])

export const ReportReason = z.enum(['offensive', 'spam', 'personal_data', 'off_topic', 'other'])

const Stars = z.int().min(1).max(5)

const reviewFields = {
  id: Id,
  product_id: Id,
  rating: Stars,
  title: z.string(),
  /** Plain text: whatever looks like markup in it is shown as it was typed. */
  text: z.string(),
  /** What the author wants to be called; empty: nothing. */
  author_name: z.string(),
  /** Whether the shop has sold the product to its author. */
  verified: z.boolean(),
  status: ReviewStatus,
  helpful_count: z.int(),
  reply: z.strictObject({ text: z.string(), replied_at: Timestamp }).nullable(),
  created_at: Timestamp,
  updated_at: Timestamp,
}

export const Review = z.strictObject({
  ...reviewFields,
  /** Those that everybody can see: of a published review. */
  photos: z.array(Picture),
  /** Whether whoever asks wrote it, and whether they found it helpful. */
  own: z.boolean(),
  voted: z.boolean(),
})

/** What a review is about; null once the catalogue does not know it. */
const ReviewedProduct = z
  .strictObject({ slug: z.string(), name: z.string(), picture: Picture.nullable(), published: z.boolean() })
  .nullable()

/** A photo of a review, published or not: its bytes are had from `getReviewPhoto`. */
const KeptPhoto = z.strictObject({
  id: Id,
  /** Pixels. */
  width: z.int(),
  height: z.int(),
})

const OwnReview = z.strictObject({
  ...reviewFields,
  photos: z.array(KeptPhoto),
  product: ReviewedProduct,
  /** Why it was not published, as the moderator put it. */
  rejected_reason: z.string().nullable(),
})

/** A review as the back office reads it. */
const ManagedReview = z.strictObject({
  ...reviewFields,
  photos: z.array(KeptPhoto),
  product: ReviewedProduct,
  rejected_reason: z.string().nullable(),
  /** Grows with each change of its words: a decision that names it is about exactly these. */
  version: z.int(),
  report_count: z.int(),
  /** Reports nobody has decided on, newest first, ten at most; none for sellers. */
  reports: z.array(z.strictObject({ reason: ReportReason, note: z.string(), reported_at: Timestamp })),
})

const words = {
  rating: Stars,
  title: Text(120).default(''),
  text: Text(4_000, 1),
  author_name: Text(60).default(''),
}

const decided = {
  REVIEWS_ALREADY_DECIDED: {
    status: 409,
    message: 'This is what has been decided about the review already.',
  },
  REVIEWS_CHANGED_MEANWHILE: { status: 409, message: 'The review has been changed since you read it.' },
} as const

const inQuarantine = {
  REVIEWS_PHOTO_IN_QUARANTINE: { status: 409, message: 'The photo still waits for the virus scanner.' },
} as const

const ownReview = { REVIEWS_OWN: { status: 409, message: 'This is your own review.' } } as const

const everybody = { allow: ['anyone'], permission: 'reviews:read', own: 'reviews:own' } as const
const moderators = { allow: ['staff'], permission: 'reviews:write' } as const

export const reviews = defineContract({
  name: 'reviews',
  operations: {
    listReviews: {
      kind: 'query',
      summary: 'Published reviews, of one product or of all.',
      http: { method: 'GET', path: '/reviews' },
      access: everybody,
      input: z.strictObject({
        ...pageFields,
        product_id: Id.optional(),
        rating: z.coerce.number().int().min(1).max(5).optional(),
        verified: QueryFlag.optional(),
        sort: z.enum(['newest', 'helpful', 'rating', '-rating']).default('newest'),
      }),
      output: Page(Review),
    },
    getRating: {
      kind: 'query',
      summary: 'What a product is rated on average, and how often with how many stars.',
      http: { method: 'GET', path: '/products/:product_id/rating' },
      access: everybody,
      input: z.strictObject({ product_id: Id }),
      output: z.strictObject({
        product_id: Id,
        count: z.int(),
        /** With two decimals; null without any review. */
        average: z.number().nullable(),
        /** From five stars down to one. */
        histogram: z.array(z.strictObject({ rating: Stars, count: z.int() })),
      }),
    },
    listOwnReviews: {
      kind: 'query',
      summary: 'What the customer who asks has written, newest first, whatever became of it.',
      http: { method: 'GET', path: '/reviews/mine' },
      access: { allow: ['customer'] },
      input: z.strictObject({ ...pageFields, product_id: Id.optional() }),
      output: Page(OwnReview),
    },
    getReview: {
      kind: 'query',
      summary: 'A published review, one’s own in any status, or any for staff.',
      http: { method: 'GET', path: '/reviews/:review_id' },
      access: everybody,
      input: z.strictObject({ review_id: Id }),
      output: Review,
    },
    createReview: {
      kind: 'command',
      summary: 'Review a product: once each. It waits for a moderator.',
      http: { method: 'POST', path: '/reviews', status: 201 },
      access: { allow: ['customer'] },
      input: z.strictObject({ product_id: Id, ...words }),
      output: Review,
      errors: {
        REVIEWS_ALREADY_WRITTEN: { status: 409, message: 'You have reviewed this product already.' },
      },
    },
    updateReview: {
      kind: 'command',
      summary:
        'Change one’s own review. It waits for a moderator again, and votes for the old words are gone.',
      http: { method: 'PUT', path: '/reviews/:review_id' },
      access: { allow: ['customer'] },
      input: z.strictObject({ review_id: Id, ...words }),
      output: Review,
    },
    deleteReview: {
      kind: 'command',
      summary: 'Remove a review: its author, or a moderator.',
      http: { method: 'DELETE', path: '/reviews/:review_id', status: 204 },
      access: { allow: ['customer', 'staff'], permission: 'reviews:write' },
      input: z.strictObject({ review_id: Id }),
      output: Nothing,
    },
    addReviewPhoto: {
      kind: 'command',
      summary:
        'Add a photo to one’s own review: five at most. It waits for a moderator again; metadata such as the place is removed.',
      http: { method: 'POST', path: '/reviews/:review_id/photos', status: 201, body: 'multipart' },
      access: { allow: ['customer'] },
      limit: 'uploads',
      input: z.strictObject({
        review_id: Id,
        file: z.strictObject({ filename: z.string().max(255), bytes: Bytes }),
      }),
      output: KeptPhoto,
      errors: {
        REVIEWS_NOT_A_PICTURE: {
          status: 400,
          message: 'The file is not a JPEG, PNG, WebP or AVIF picture of at most 50 million pixels.',
        },
        REVIEWS_TOO_MANY_PHOTOS: { status: 409, message: 'There is no room for another photo.' },
      },
    },
    removeReviewPhoto: {
      kind: 'command',
      summary: 'Take a photo off one’s own review.',
      http: { method: 'DELETE', path: '/reviews/photos/:photo_id', status: 204 },
      access: { allow: ['customer'] },
      input: z.strictObject({ photo_id: Id }),
      output: Nothing,
    },
    getReviewPhoto: {
      kind: 'query',
      summary: 'A photo of a review in any status: for its author, and for staff who may read the review.',
      http: { method: 'GET', path: '/reviews/photos/:photo_id', answer: 'binary' },
      access: { allow: ['customer', 'staff'], permission: 'reviews:read', own: 'reviews:own' },
      limit: 'pictures',
      input: z.strictObject({ photo_id: Id }),
      output: z.strictObject({ content_type: z.string(), bytes: Bytes, attachment: z.string() }),
      errors: inQuarantine,
    },
    approveReview: {
      kind: 'command',
      summary: 'Publish a review. What was reported about it is settled by that.',
      http: { method: 'POST', path: '/reviews/:review_id/approve' },
      access: moderators,
      input: z.strictObject({ review_id: Id, version: z.int().min(1).optional() }),
      output: ManagedReview,
      errors: { ...decided, ...inQuarantine },
    },
    rejectReview: {
      kind: 'command',
      summary: 'Do not publish a review, or take it back. Its author reads the reason.',
      http: { method: 'POST', path: '/reviews/:review_id/reject' },
      access: moderators,
      input: z.strictObject({
        review_id: Id,
        version: z.int().min(1).optional(),
        reason: Text(500).default(''),
      }),
      output: ManagedReview,
      errors: decided,
    },
    markHelpful: {
      kind: 'command',
      summary: 'Say that a review helped, or take it back: one vote each.',
      http: { method: 'POST', path: '/reviews/:review_id/mark_helpful' },
      access: { allow: ['customer'] },
      input: z.strictObject({ review_id: Id, helpful: z.boolean().default(true) }),
      output: z.strictObject({ helpful: z.boolean(), helpful_count: z.int() }),
      errors: ownReview,
    },
    reportReview: {
      kind: 'command',
      summary:
        'Report a published review to the moderators. The same person’s second report replaces the first.',
      http: { method: 'POST', path: '/reviews/:review_id/report', status: 204 },
      access: { allow: ['customer'] },
      input: z.strictObject({ review_id: Id, reason: ReportReason, note: Text(500).default('') }),
      output: Nothing,
      errors: ownReview,
    },
    listManagedReviews: {
      kind: 'query',
      summary: 'Reviews in every status, for the back office; for a seller those of their own products.',
      http: { method: 'GET', path: '/manage/reviews' },
      access: { allow: ['staff'], permission: 'reviews:read', own: 'reviews:own' },
      input: z.strictObject({
        ...pageFields,
        status: ReviewStatus.optional(),
        /** Only those about which something was reported. */
        reported: QueryFlag.optional(),
        product_id: Id.optional(),
        /** Words of the title or the text, or the author’s name. */
        q: Text(120).optional(),
        sort: z.enum(['oldest', 'newest', 'reports']).default('newest'),
      }),
      output: Page(ManagedReview),
    },
    replyToReview: {
      kind: 'command',
      summary: 'Answer a review for the shop, or as the seller of the product. Null takes the answer away.',
      http: { method: 'PUT', path: '/reviews/:review_id/reply' },
      access: { allow: ['staff'], permission: 'reviews:write', own: 'reviews:own' },
      input: z.strictObject({ review_id: Id, text: Text(2_000, 1).nullable() }),
      output: ManagedReview,
    },
    ...exportOperation,
    ...erasureOperation,
  },
  events: {
    /** Of two, the one with the higher version holds. */
    'reviews.rating-changed.v1': z.strictObject({
      product_id: Id,
      count: z.int(),
      average: z.number().nullable(),
      version: z.int(),
    }),
    /** What a moderator has decided about a review, for its author. */
    'reviews.review-decided.v1': z.strictObject({
      account_id: Id,
      review_id: Id,
      /** Null once the catalogue does not know the product. */
      product_name: z.string().nullable(),
      product_slug: z.string().nullable(),
      decision: z.enum(['published', 'refused', 'taken_back', 'removed']),
      /** As the moderator put it. */
      reason: z.string().nullable(),
    }),
  },
})

export type Reviews = typeof reviews
