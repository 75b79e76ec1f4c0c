import type { Readable } from 'node:stream'
import type { ObjectStorage } from '@rampart/platform/config/object-storage.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { folderKey, objectKey } from './object-key.ts'
import { collect, isMissing, type S3, s3Calls } from './s3-calls.ts'
import { probeBucket } from './s3-probe.ts'
import type { Area, Part, Storage, StoredBytes } from './storage.ts'

/** Browsers never get an address of the bucket; should it be open one day, nothing in it is run as a page. */
const TYPE = 'application/octet-stream'

/**
 * Keeps files in a bucket, as `<prefix><area>/<id>/<name>`, private to the shop: no object is ever given an access list of
 * its own. A folder is not there at once: its row, written after the last object, is what makes it one.
 */
export function s3Bucket(place: ObjectStorage): Storage {
  const call = s3Calls(place)
  const { bucket: Bucket, prefix } = place

  async function* listed({ sdk, client, signal }: S3, below: string) {
    const pages = sdk.paginateListObjectsV2({ client }, { Bucket, Prefix: below }, { abortSignal: signal })
    for await (const { Contents = [] } of pages) yield* Contents
  }

  async function removeFolder(s3: S3, folder: string): Promise<void> {
    const { sdk, client, signal } = s3
    for await (const { Key } of listed(s3, folder))
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key }), { abortSignal: signal })
  }

  async function keep(area: Area, id: string, files: readonly StoredBytes[]): Promise<void> {
    for (const { name, bytes } of files)
      await call('keep a file', ({ sdk, client, signal }) => {
        const Key = objectKey(prefix, area, id, name)
        const object = new sdk.PutObjectCommand({ Bucket, Key, Body: bytes, ContentType: TYPE })
        return client.send(object, { abortSignal: signal })
      })
  }

  return {
    async put(area, id, files) {
      try {
        await keep(area, id, files)
      } catch (error) {
        // What is left behind all the same is swept away later.
        const folder = folderKey(prefix, area, id)
        await call('remove a file', (s3) => removeFolder(s3, folder)).catch(() => undefined)
        throw error
      }
    },
    async add(area, id, files) {
      const below = folderKey(prefix, area, id)
      const isThere = await call('list its files', async (s3) => {
        for await (const object of listed(s3, below)) return object !== undefined
        return false
      })
      if (isThere) await keep(area, id, files)
    },
    read: (area, id, name, part) =>
      call('read a file', async ({ sdk, client, signal }) => {
        const Key = objectKey(prefix, area, id, name)
        const object = new sdk.GetObjectCommand({ Bucket, Key, ...rangeOf(part) })
        try {
          const { Body, ContentRange } = await client.send(object, { abortSignal: signal })
          const bytes = await collect(Body as Readable, signal, endOf(part, ContentRange))
          return part === undefined || ContentRange !== undefined ? bytes : bytes.subarray(part.from)
        } catch (error) {
          if (isMissing(error)) return null
          // A part behind the end is empty, as it is of a file on a disk.
          if ((error as { name?: unknown }).name === 'InvalidRange') return Buffer.alloc(0)
          throw error
        }
      }),
    remove: (area, id) => call('remove a file', (s3) => removeFolder(s3, folderKey(prefix, area, id))),
    olderThan: (area, moment) =>
      call('list its files', async (s3) => {
        const below = `${prefix}${area}/`
        const newest = new Map<string, number>()
        for await (const { Key = '', LastModified } of listed(s3, below)) {
          const [id = ''] = Key.slice(below.length).split('/')
          newest.set(id, Math.max(newest.get(id) ?? 0, LastModified?.getTime() ?? Infinity))
        }
        return [...newest].filter(([, touched]) => touched < moment.getTime()).map(([id]) => id)
      }),
    probe: () => probeBucket(place, call, `${prefix}probes/${newId()}`),
  }
}

function rangeOf(part: Part | undefined): { Range?: string } {
  return part === undefined
    ? {}
    : { Range: `bytes=${String(part.from)}-${String(part.from + part.length - 1)}` }
}

/** How much to read at most: of a server that knows no ranges, what stands before the part as well. */
function endOf(part: Part | undefined, range: string | undefined): number | undefined {
  if (part === undefined) return undefined
  return range === undefined ? part.from + part.length : part.length
}
