import type { Readable } from 'node:stream'
import type { ObjectStorage } from '@rampart/platform/config/object-storage.ts'
import { collect, type s3Calls } from './s3-calls.ts'
import { StorageError } from './storage-error.ts'
import type { Probe, Problem } from './storage.ts'

const ANONYMOUS_MS = 5_000
const WORDS = Buffer.from('Written to find out whether files can be kept here. It may be deleted.\n')

/** Writes an object, reads it with the key and without, and deletes it. */
export async function probeBucket(
  place: ObjectStorage,
  call: ReturnType<typeof s3Calls>,
  key: string,
): Promise<Probe> {
  const { endpoint, bucket, prefix } = place
  const object = { Bucket: bucket, Key: key }
  const about = { kind: 's3' as const, place: `${new URL(endpoint).host}/${bucket}/${prefix}` }
  try {
    await call('keep a file', ({ sdk, client, signal }) =>
      client.send(new sdk.PutObjectCommand({ ...object, Body: WORDS }), { abortSignal: signal }),
    )
    const read = await call('read a file', async ({ sdk, client, signal }) => {
      const { Body } = await client.send(new sdk.GetObjectCommand(object), { abortSignal: signal })
      return collect(Body as Readable, signal, 1_000)
    })
    const open = await isOpen(`${endpoint}/${bucket}/${key}`)
    await call('remove a file', ({ sdk, client, signal }) =>
      client.send(new sdk.DeleteObjectCommand(object), { abortSignal: signal }),
    )
    return { ...about, problem: problemOf(read, open) }
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    return { ...about, problem: { kind: error.lasting ? 'refused' : 'unreachable', code: error.code } }
  }
}

function problemOf(read: Buffer, open: boolean): Problem | null {
  if (open) return { kind: 'exposed', code: 'readable without a key' }
  return read.equals(WORDS) ? null : { kind: 'refused', code: 'what is read is not what was written' }
}

/** Whether anybody gets an object who knows its address. */
async function isOpen(address: string): Promise<boolean> {
  const options = { redirect: 'manual', signal: AbortSignal.timeout(ANONYMOUS_MS) } as const
  const answer = await fetch(address, options).catch(() => null)
  await answer?.body?.cancel()
  return answer?.ok === true
}
