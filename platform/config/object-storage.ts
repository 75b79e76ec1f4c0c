import { readUrl } from './fields.ts'
import { type Secret, secretOf } from './secret.ts'

/** A bucket that files are kept in, at Amazon or at whoever speaks as S3 does. */
export type ObjectStorage = {
  /** Scheme, host and port: the bucket stands in the path. */
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  /** What every key begins with: empty, or folders that end with a slash. */
  readonly prefix: string
  readonly access_key: Secret
  readonly secret_key: Secret
}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const FOLDER = /^[\w-]{1,60}$/
const REGION = /^[a-z0-9-]{1,40}$/
const KEY = /^[\x21-\x7e]{1,200}$/

/** Reads `https://KEY:SECRET@host/bucket`, with folders behind it and `?region=` where that is wanted. */
export function readObjectStorage(text: string): ObjectStorage | null {
  const url = readUrl('https:', 'http:')(text)
  if (url === null || url.hash !== '') return null
  const [access, secret] = [decoded(url.username), decoded(url.password)]
  if (access === null || secret === null) return null
  const [bucket = '', ...folders] = url.pathname.split('/').filter((part) => part !== '')
  const { region = 'us-east-1', ...others } = Object.fromEntries(url.searchParams)
  if (Object.keys(others).length > 0 || !REGION.test(region)) return null
  if (!BUCKET.test(bucket) || folders.length > 5 || !folders.every((folder) => FOLDER.test(folder)))
    return null
  return Object.freeze({
    endpoint: url.origin,
    region,
    bucket,
    prefix: folders.map((folder) => `${folder}/`).join(''),
    access_key: secretOf(access),
    secret_key: secretOf(secret),
  })
}

function decoded(part: string): string | null {
  try {
    const text = decodeURIComponent(part)
    return KEY.test(text) ? text : null
  } catch {
    return null
  }
}
