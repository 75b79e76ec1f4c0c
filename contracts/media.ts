import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { Bytes, Id, Nothing, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { exportOperation } from './personal-data.ts'

/** A stored picture: its size in pixels, and the widths at which it can be had. */
export const StoredPicture = z.strictObject({
  id: Id,
  alt: z.string(),
  width: z.int(),
  height: z.int(),
  widths: z.array(z.int()),
  url: z.string(),
  created_at: Timestamp,
})

const refused = {
  MEDIA_NOT_A_PICTURE: { status: 400, message: 'The file is not a JPEG, PNG, WebP or AVIF picture.' },
  MEDIA_TOO_MANY_PIXELS: { status: 400, message: 'The picture has more than 50 million pixels.' },
} as const

export const media = defineContract({
  name: 'media',
  operations: {
    uploadPicture: {
      kind: 'command',
      summary:
        'Upload a picture. Its type is read from its bytes; metadata such as the place it was taken is removed.',
      http: { method: 'POST', path: '/files', status: 201, body: 'multipart' },
      access: { allow: ['staff'], permission: 'media:write', own: 'media:own' },
      input: z.strictObject({
        file: z.strictObject({ filename: z.string().max(255), bytes: Bytes }),
        alt: Text(300).optional(),
      }),
      output: StoredPicture,
      errors: refused,
    },
    importPicture: {
      kind: 'command',
      summary: 'Store a picture from the command line.',
      access: { modules: ['cli'] },
      input: z.strictObject({ bytes: Bytes, alt: Text(300) }),
      output: StoredPicture,
      errors: refused,
    },
    storeAvatar: {
      kind: 'command',
      summary: 'Keep the middle square of a picture, 320 pixels wide, as the avatar of an account.',
      access: { modules: ['identity'] },
      input: z.strictObject({ account_id: Id, bytes: Bytes }),
      output: StoredPicture,
      errors: refused,
    },
    discardAvatars: {
      kind: 'command',
      summary: 'Throw away the avatars of an account, but the one to keep. May be repeated.',
      access: { modules: ['identity'] },
      input: z.strictObject({ account_id: Id, keep: Id.nullable() }),
      output: Nothing,
    },
    ...exportOperation,
    getRendition: {
      kind: 'query',
      summary: 'The picture at one of its widths, as WebP. The address never changes its content.',
      http: { method: 'GET', path: '/media/:picture_id/:width', answer: 'binary' },
      access: { allow: ['anyone'], permission: 'media:read' },
      limit: 'pictures',
      input: z.strictObject({ picture_id: Id, width: z.coerce.number().int().min(1).max(4_000) }),
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
  },
})

export type Media = typeof media
