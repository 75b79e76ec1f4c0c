import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Bytes, Id, Nothing, Text } from '@rampart/platform/contract/fields.ts'
import { refusedPictures } from './picture.ts'

const access = { modules: ['reviews'] } as const

/** A picture that a customer shows with a review. */
export const ReviewPhoto = z.strictObject({
  id: Id,
  alt: z.string(),
  /** Pixels. */
  width: z.int(),
  height: z.int(),
  /** `quarantined`: it waits for the virus scanner; nobody sees it, and it is not published, before it is clean. */
  status: z.enum(['quarantined', 'clean']),
  /** Widths at which everybody can see it; none unless it is published and clean. */
  widths: z.array(z.int()),
  /** The largest of them. */
  url: z.string().nullable(),
})

const ofCustomer = {
  account_id: Id,
  /** Those that are not there, or somebody else’s, are passed over: every call may be repeated. */
  photo_ids: z.array(Id).max(100),
}

/**
 * Pictures of customers that belong to their reviews: checked as every picture is, seen by everybody only while they are
 * published, and out of reach of everything that is done with files. Whoever owns the review decides.
 */
export const reviewPhotoOperations = {
  storeReviewPhoto: {
    kind: 'command',
    summary:
      'Keep a picture for a review, under an id that the caller has written down before. Nobody else sees it yet.',
    access,
    input: z.strictObject({
      photo_id: Id,
      account_id: Id,
      bytes: Bytes,
      alt: Text(300).default(''),
    }),
    output: ReviewPhoto,
    errors: {
      ...refusedPictures,
      MEDIA_INFECTED: { status: 400, message: 'The virus scanner refused this file. It was not kept.' },
      MEDIA_TOO_MANY_FILES: {
        status: 409,
        message: 'You have as many files here as you may have. Delete some first.',
      },
    },
  },
  publishReviewPhotos: {
    kind: 'command',
    summary:
      'Show photos of a customer’s review to everybody, those in quarantine excepted, or to nobody any more. May be repeated.',
    access,
    input: z.strictObject({ ...ofCustomer, published: z.boolean() }),
    output: Nothing,
  },
  discardReviewPhotos: {
    kind: 'command',
    summary: 'Throw photos of a customer’s review away. May be repeated.',
    access,
    input: z.strictObject(ofCustomer),
    output: Nothing,
  },
  describeReviewPhotos: {
    kind: 'query',
    summary: 'What is known about photos of reviews; unknown ids are left out.',
    access,
    input: z.strictObject({ photo_ids: z.array(Id).max(1_000) }),
    output: z.strictObject({ photos: z.array(ReviewPhoto) }),
  },
  readReviewPhoto: {
    kind: 'query',
    summary:
      'The bytes of a photo that need not be published, for its author and for moderators: the caller knows who asks.',
    access,
    input: z.strictObject({ photo_id: Id }),
    output: z.strictObject({ content_type: z.string(), bytes: Bytes, etag: z.string() }),
    errors: {
      MEDIA_IN_QUARANTINE: { status: 409, message: 'The file still waits for the virus scanner.' },
    },
  },
} as const satisfies Readonly<Record<string, Operation>>
