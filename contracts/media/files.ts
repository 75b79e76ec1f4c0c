import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
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
import { refusedPictures } from './picture.ts'

/** Customers are held to their own by the SQL, and so are sellers. */
const reading = { allow: ['customer', 'staff'], permission: 'media:read', own: 'media:own' } as const
const writing = { allow: ['customer', 'staff'], permission: 'media:write', own: 'media:own' } as const

const Visibility = z.enum(['private', 'public'])
const Status = z.enum(['quarantined', 'clean'])

/** A line, as a person calls a file: no path is ever made of it. */
const FileName = Text(200, 1).regex(/^[^\r\n\t/\\]+$/, 'Use a name without slashes and line breaks.')

/** A file that somebody uploaded. */
export const StoredFile = z.strictObject({
  id: Id,
  name: z.string(),
  /** As read from the bytes. */
  content_type: z.string(),
  /** Bytes. */
  size: z.int(),
  alt: z.string(),
  visibility: Visibility,
  /** `quarantined`: it waits for the virus scanner, and nobody gets it. */
  status: Status,
  verified_at: Timestamp.nullable(),
  /** Told to its owner and to those who reach everybody's. */
  owner_id: Id.nullable(),
  is_own: z.boolean(),
  /** Pixels; null: it is no picture. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Widths at which everybody can see the picture; none unless it is published. */
  widths: z.array(z.int()),
  /** The largest of them. */
  url: z.string().nullable(),
  created_at: Timestamp,
})

const inQuarantine = {
  MEDIA_IN_QUARANTINE: { status: 409, message: 'The file still waits for the virus scanner.' },
} as const

/** Files of people: theirs, unless they are made public. */
export const fileOperations = {
  uploadFile: {
    kind: 'command',
    summary:
      'Upload a picture or a PDF document. Its type is read from its bytes; metadata such as the place a picture was taken is removed.',
    http: { method: 'POST', path: '/files', status: 201, body: 'multipart' },
    access: writing,
    limit: 'uploads',
    input: z.strictObject({
      file: z.strictObject({ filename: z.string().max(255), bytes: Bytes }),
      alt: Text(300).optional(),
      /** Unless told: pictures of staff are public, everything else is private. */
      visibility: Visibility.optional(),
    }),
    output: StoredFile,
    errors: {
      ...refusedPictures,
      MEDIA_TYPE_REFUSED: {
        status: 400,
        message: 'Only JPEG, PNG, WebP and AVIF pictures and PDF documents are taken.',
      },
      MEDIA_INFECTED: { status: 400, message: 'The virus scanner refused this file. It was not kept.' },
      MEDIA_TOO_MANY_FILES: {
        status: 409,
        message: 'You have as many files here as you may have. Delete some first.',
      },
    },
  },
  listFiles: {
    kind: 'query',
    summary: 'Your own files and public ones, or all of them for who may change all; newest first.',
    http: { method: 'GET', path: '/files' },
    access: reading,
    input: z.strictObject({
      ...pageFields,
      q: Text(100, 1).optional(),
      visibility: Visibility.optional(),
      status: Status.optional(),
      verified: QueryFlag.optional(),
    }),
    output: Page(StoredFile),
  },
  listMyFiles: {
    kind: 'query',
    summary: 'What you have uploaded, newest first.',
    http: { method: 'GET', path: '/files/my_files' },
    access: reading,
    input: z.strictObject(pageFields),
    output: Page(StoredFile),
  },
  getFile: {
    kind: 'query',
    summary: 'What is known about one file.',
    http: { method: 'GET', path: '/files/:file_id' },
    access: reading,
    input: z.strictObject({ file_id: Id }),
    output: StoredFile,
  },
  updateFile: {
    kind: 'command',
    summary: 'Rename or describe a file, or change who may see it.',
    http: { method: 'PUT', path: '/files/:file_id' },
    access: writing,
    input: z.strictObject({
      file_id: Id,
      name: FileName.optional(),
      alt: Text(300).optional(),
      visibility: Visibility.optional(),
    }),
    output: StoredFile,
  },
  deleteFile: {
    kind: 'command',
    summary: 'Throw a file away, with everything made of it.',
    http: { method: 'DELETE', path: '/files/:file_id', status: 204 },
    access: writing,
    input: z.strictObject({ file_id: Id }),
    output: Nothing,
  },
  verifyFile: {
    kind: 'command',
    summary:
      'Confirm that a file is what it should be. Public files of customers are seen by others from then on.',
    http: { method: 'POST', path: '/files/:file_id/verify' },
    access: { allow: ['staff'], permission: 'media:verify' },
    input: z.strictObject({ file_id: Id }),
    output: StoredFile,
    errors: inQuarantine,
  },
  downloadFile: {
    kind: 'query',
    summary: 'The file, or with a Range header a part of it.',
    http: { method: 'GET', path: '/files/:file_id/download', answer: 'file', rest: 'readFilePart' },
    access: { allow: ['anyone'], permission: 'media:read', own: 'media:own' },
    input: z.strictObject({ file_id: Id }),
    output: z.strictObject({
      content_type: z.string(),
      name: z.string(),
      size: z.int(),
      etag: z.string(),
      place: z.strictObject({ file_id: Id }),
    }),
    errors: inQuarantine,
  },
  readFilePart: {
    kind: 'query',
    summary: 'Some bytes of a file that downloadFile has found, for who may still have it.',
    access: { modules: ['server'] },
    input: z.strictObject({
      file_id: Id,
      from: z.int().min(0),
      length: z.int().min(1).max(1_048_576),
    }),
    output: z.strictObject({ bytes: Bytes }),
  },
} as const satisfies Readonly<Record<string, Operation>>
