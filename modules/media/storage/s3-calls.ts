import { addAbortSignal, type Readable } from 'node:stream'
import type * as S3Sdk from '@aws-sdk/client-s3'
import type { ObjectStorage } from '@rampart/platform/config/object-storage.ts'
import { StorageError } from './storage-error.ts'

type Sdk = typeof S3Sdk

const ATTEMPTS = 3
const CONNECT_MS = 3_000
const REQUEST_MS = 15_000
const SOCKETS = 16
/** Milliseconds that one call may take with all its attempts and the whole of its answer. */
const CALL_MS = 40_000
/** Bytes of one object at most: more than any picture that is taken becomes. */
const MAX_OBJECT = 256 * 1024 * 1024

/** What a call is made with. */
export type S3 = { readonly sdk: Sdk; readonly client: S3Sdk.S3Client; readonly signal: AbortSignal }

/** Makes calls to one bucket. The client is loaded with the first: who keeps files in a folder never pays for it. */
export function s3Calls(place: ObjectStorage) {
  let opening: Promise<{ sdk: Sdk; client: S3Sdk.S3Client }> | undefined
  return async <T>(doing: string, work: (s3: S3) => Promise<T>): Promise<T> => {
    opening ??= open(place)
    const { sdk, client } = await opening
    try {
      return await work({ sdk, client, signal: AbortSignal.timeout(CALL_MS) })
    } catch (error) {
      throw isBug(error) ? error : storageError(doing, error)
    }
  }
}

async function open({ endpoint, region, access_key, secret_key }: ObjectStorage) {
  const sdk = await import('@aws-sdk/client-s3')
  const client = new sdk.S3Client({
    endpoint,
    region,
    // Names of buckets in host names need DNS that few have besides Amazon; it takes both.
    forcePathStyle: true,
    credentials: { accessKeyId: access_key.reveal(), secretAccessKey: secret_key.reveal() },
    maxAttempts: ATTEMPTS,
    retryMode: 'standard',
    followRegionRedirects: false,
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: REQUEST_MS,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: SOCKETS },
      httpsAgent: { maxSockets: SOCKETS },
    },
    // Sums of their own kind are more than many who speak S3 understand.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { sdk, client }
}

/** Whether an error says that there is no such object. */
export function isMissing(error: unknown): boolean {
  const { name } = error as { name?: unknown }
  return name === 'NoSuchKey' || name === 'NotFound'
}

/** The bytes of an answer, at most `max` of them: a server that sends more than was asked for is not read on. */
export async function collect(
  body: Readable,
  signal: AbortSignal,
  max = MAX_OBJECT,
): Promise<Buffer<ArrayBuffer>> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of addAbortSignal(signal, body) as AsyncIterable<Buffer>) {
    pieces.push(piece)
    length += piece.length
    if (length > max) break
  }
  return Buffer.concat(pieces).subarray(0, max)
}

type Answered = { name?: unknown; code?: unknown; $metadata?: { httpStatusCode?: number } }

/** Neither the server, the network nor the clock has said no. */
function isBug(error: unknown): boolean {
  const { name, code, $metadata } = error as Answered
  return $metadata === undefined && code === undefined && (name === 'Error' || name === 'TypeError')
}

function storageError(doing: string, error: unknown): StorageError {
  const { name, code, $metadata } = error as Answered
  const status = $metadata?.httpStatusCode
  // A word of the server's or of the system's; whatever else it wrote stays unsaid.
  const word = [code, name].find((text) => typeof text === 'string' && /^[A-Za-z0-9_.]{3,60}$/.test(text))
  const lasting = status !== undefined && status >= 300 && status < 500 && status !== 408 && status !== 429
  return new StorageError(
    doing,
    typeof word === 'string' ? word : `status ${String(status ?? 'unknown')}`,
    lasting,
  )
}
