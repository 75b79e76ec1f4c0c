import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { Bytes, Id, Nothing, Text } from '@rampart/platform/contract/fields.ts'
import { fileOperations } from './media/files.ts'
import { refusedPictures, StoredPicture } from './media/picture.ts'
import { reviewPhotoOperations } from './media/review-photos.ts'
import { erasureOperation, exportOperation } from './personal-data.ts'

export const media = defineContract({
  name: 'media',
  operations: {
    ...fileOperations,
    ...reviewPhotoOperations,
    importPicture: {
      kind: 'command',
      summary: 'Store a picture from the command line.',
      access: { modules: ['cli'] },
      input: z.strictObject({ bytes: Bytes, alt: Text(300) }),
      output: StoredPicture,
      errors: refusedPictures,
    },
    storeAvatar: {
      kind: 'command',
      summary: 'Keep the middle square of a picture, 320 pixels wide, as the avatar of an account.',
      access: { modules: ['identity'] },
      input: z.strictObject({ account_id: Id, bytes: Bytes }),
      output: StoredPicture,
      errors: refusedPictures,
    },
    discardAvatars: {
      kind: 'command',
      summary: 'Throw away the avatars of an account, but the one to keep. May be repeated.',
      access: { modules: ['identity'] },
      input: z.strictObject({ account_id: Id, keep: Id.nullable() }),
      output: Nothing,
    },
    ...exportOperation,
    ...erasureOperation,
    getRendition: {
      kind: 'query',
      summary:
        'The picture at one of its widths, as WebP or, where it is kept so, as AVIF. The address never changes its content.',
      http: { method: 'GET', path: '/media/:picture_id/:width', answer: 'binary' },
      access: { allow: ['anyone'], permission: 'media:read' },
      limit: 'pictures',
      input: z.strictObject({
        picture_id: Id,
        width: z.coerce.number().int().min(1).max(4_000),
        /** What is not kept as AVIF is answered as WebP. */
        format: z.enum(['webp', 'avif']).default('webp'),
      }),
      output: z.strictObject({ content_type: z.string(), bytes: Bytes, etag: z.string() }),
    },
    describePictures: {
      kind: 'query',
      summary: 'Sizes of stored pictures; unknown ids are left out.',
      access: { modules: ['catalog'] },
      input: z.strictObject({
        picture_ids: z.array(Id).max(1_000),
        /** Leaves out what somebody else uploaded. */
        uploaded_by: Id.optional(),
      }),
      output: z.strictObject({ pictures: z.array(StoredPicture) }),
    },
    checkStorage: {
      kind: 'query',
      summary:
        'Where files are kept, and whether a file can be written there, read again, and by nobody else.',
      access: { modules: ['server', 'cli'] },
      input: z.strictObject({}),
      output: z.strictObject({
        kind: z.enum(['folder', 's3']),
        place: z.string(),
        /** `unreachable` may pass by itself, the others do not. */
        problem: z
          .strictObject({ kind: z.enum(['unreachable', 'refused', 'exposed']), code: z.string() })
          .nullable(),
      }),
    },
  },
  events: {
    /** A picture that everybody could see is there no more: who names it stops doing so. */
    'media.picture-removed.v1': z.strictObject({ picture_id: Id }),
  },
})

export type Media = typeof media
