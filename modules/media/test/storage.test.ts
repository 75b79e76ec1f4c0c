import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readObjectStorage } from '@rampart/platform/config/object-storage.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { localFolder } from '../storage/local-folder.ts'
import { s3Bucket } from '../storage/s3-bucket.ts'
import { StorageError } from '../storage/storage-error.ts'
import type { Storage } from '../storage/storage.ts'
import { hasS3Server, startS3, type TestS3 } from './s3-server.ts'

const s3Here = hasS3Server()
if (!s3Here) process.stdout.write('versitygw is not found: files in a bucket are not tried here.\n')

/** A storage and where its folders lie on the disk. */
type Place = { readonly storage: Storage; readonly root: string; close(): Promise<void> }

async function openFolder(): Promise<Place> {
  const root = await mkdtemp(join(tmpdir(), 'rampart-storage-'))
  return { storage: localFolder(root), root, close: () => rm(root, { recursive: true, force: true }) }
}

async function openBucket(): Promise<Place> {
  const server = await startS3()
  return {
    storage: s3Bucket(server.place),
    root: join(server.folder, 'of-tests'),
    close: () => server.stop(),
  }
}

const places: [string, () => Promise<Place>][] = [['a folder', openFolder]]
if (s3Here) places.push(['a bucket', openBucket])

describe.each(places)('%s', (_, open) => {
  let place: Place
  beforeAll(async () => {
    place = await open()
  })
  afterAll(() => place.close())

  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_each, at) => (at * 7919) % 251))
  const rendered = () => [
    { name: '320.webp', bytes },
    { name: '320.avif', bytes: bytes.subarray(0, 10) },
  ]

  test('gives back what it was given, whole and in part', async () => {
    const { storage } = place
    const id = newId()
    await storage.put('media', id, rendered())
    expect(await storage.read('media', id, '320.webp')).toEqual(bytes)
    expect(await storage.read('media', id, '320.avif')).toEqual(bytes.subarray(0, 10))
    for (const [from, length] of [
      [0, 1],
      [1, 3],
      [99_990, 10],
      [0, 100_000],
    ] as const)
      expect(await storage.read('media', id, '320.webp', { from, length })).toEqual(
        bytes.subarray(from, from + length),
      )
    expect(await storage.read('media', id, '320.webp', { from: 99_999, length: 50 })).toEqual(
      bytes.subarray(99_999),
    )
    expect(await storage.read('media', id, '320.webp', { from: 100_000, length: 5 })).toHaveLength(0)
  })

  test('keeps an empty file', async () => {
    const id = newId()
    await place.storage.put('files', id, [{ name: 'content', bytes: Buffer.alloc(0) }])
    expect(await place.storage.read('files', id, 'content')).toHaveLength(0)
  })

  test('has nothing of what it was not given', async () => {
    const { storage } = place
    const id = newId()
    expect(await storage.read('media', id, '320.webp')).toBeNull()
    expect(await storage.read('media', id, '320.webp', { from: 5, length: 5 })).toBeNull()
    await storage.put('media', id, rendered())
    expect(await storage.read('files', id, 'content')).toBeNull()
    expect(await storage.read('media', id, '640.webp')).toBeNull()
    await storage.remove('files', newId())
  })

  test('takes the same twice, also at once', async () => {
    const { storage } = place
    const id = newId()
    await Promise.all(Array.from({ length: 4 }, () => storage.put('media', id, rendered())))
    await storage.put('media', id, rendered())
    expect(await storage.read('media', id, '320.webp')).toEqual(bytes)
  })

  test('adds to a folder that is there, and to no other', async () => {
    const { storage, root } = place
    const [there, gone] = [newId(), newId()]
    await storage.put('media', there, rendered())
    for (const id of [there, gone]) await storage.add('media', id, [{ name: '640.avif', bytes }])
    expect(await storage.read('media', there, '640.avif')).toEqual(bytes)
    expect(await storage.read('media', there, '320.webp')).toEqual(bytes)
    expect(await storage.read('media', gone, '640.avif')).toBeNull()
    expect((await readdir(join(root, 'media'))).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('removes one folder and no other', async () => {
    const { storage, root } = place
    const [gone, stays] = [newId(), newId()]
    for (const id of [gone, stays]) {
      await storage.put('media', id, rendered())
      await storage.put('files', id, [{ name: 'content', bytes }])
    }
    await storage.remove('media', gone)
    await storage.remove('media', gone)
    expect(await storage.read('media', gone, '320.webp')).toBeNull()
    expect(await storage.read('files', gone, 'content')).toEqual(bytes)
    expect(await storage.read('media', stays, '320.avif')).toEqual(bytes.subarray(0, 10))
    expect(await readdir(join(root, 'media'))).not.toContain(gone)
  })

  test('tells what was last touched before a moment', async () => {
    const { storage, root } = place
    const [old, young] = [newId(), newId()]
    for (const id of [old, young]) await storage.put('files', id, [{ name: 'content', bytes }])
    const yesterday = new Date(Date.now() - 86_400_000)
    await utimes(join(root, 'files', old, 'content'), yesterday, yesterday)
    await utimes(join(root, 'files', old), yesterday, yesterday)
    const before = new Date(Date.now() - 3_600_000)
    const found = await storage.olderThan('files', before)
    expect(found).toContain(old)
    expect(found).not.toContain(young)
    expect(await storage.olderThan('files', new Date(0))).toEqual([])
  })

  test('says where it is, that it can be written, and leaves nothing of the trial', async () => {
    const probe = await place.storage.probe()
    expect(probe.problem).toBeNull()
    expect(probe.place).not.toMatch(/secret|access/i)
    for (const folder of ['files', 'probes'])
      for (const name of await readdir(join(place.root, folder)).catch(() => []))
        expect(name).toMatch(/^[0-9a-f-]{36}$/)
    expect(await readdir(join(place.root, 'probes')).catch(() => [])).toEqual([])
  })
})

test('a folder that cannot be written says so', async () => {
  const { storage, root, close } = await openFolder()
  await writeFile(join(root, 'media'), 'in the way')
  await writeFile(join(root, 'files'), 'in the way')
  await expect(
    storage.put('media', newId(), [{ name: '1.webp', bytes: Buffer.alloc(1) }]),
  ).rejects.toBeInstanceOf(Error)
  expect((await storage.probe()).problem?.kind).toBe('refused')
  await close()
})

describe('keys of objects', () => {
  test.each([
    ['../../x', 'content'],
    ['a', 'content'],
    [`${newId()}/..`, 'content'],
    ['', 'content'],
    [newId(), '../content'],
    [newId(), 'content/x'],
    [newId(), '320.html'],
    [newId(), ''],
  ])('are never made of %j and %j', async (id, name) => {
    const bucket = s3Bucket(somewhere(1))
    const refused = { message: expect.stringMatching(/is named by an id|one of the names/) as string }
    await expect(bucket.put('files', id, [{ name, bytes: Buffer.alloc(1) }])).rejects.toMatchObject(refused)
    await expect(bucket.read('files', id, name)).rejects.toMatchObject(refused)
  })
})

const somewhere = (port: number) => {
  const place = readObjectStorage(`http://key:hidden-secret@127.0.0.1:${String(port)}/shop-files`)
  if (place === null) throw new Error('This is an address of a bucket.')
  return place
}

describe('a bucket that does not do as it is told', () => {
  test('that is not there is told from one that refuses, in words without keys', async () => {
    const error: unknown = await s3Bucket(somewhere(1))
      .read('files', newId(), 'content')
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(StorageError)
    expect(error).toMatchObject({ code: 'ECONNREFUSED', lasting: false })
    expect((await s3Bucket(somewhere(1)).probe()).problem).toEqual({
      kind: 'unreachable',
      code: 'ECONNREFUSED',
    })
  }, 20_000)

  test('that sends more than was asked for is not read on', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(206, { 'content-range': 'bytes 0-9/20', 'content-type': 'text/plain' })
      response.end(Buffer.alloc(5_000_000, 65))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const bucket = s3Bucket(somewhere((server.address() as AddressInfo).port))
    const part = await bucket.read('files', newId(), 'content', { from: 0, length: 10 })
    expect(part).toHaveLength(10)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  test('that is open to everybody is found out', async () => {
    let held = Buffer.alloc(0)
    const server = createServer((request, response) => {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        if (request.method === 'PUT') held = Buffer.concat(pieces)
        response.end(request.method === 'GET' ? held : undefined)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { problem } = await s3Bucket(somewhere((server.address() as AddressInfo).port)).probe()
    expect(problem?.kind).toBe('exposed')
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
})

describe.runIf(s3Here)('a real bucket', () => {
  let server: TestS3
  beforeAll(async () => {
    server = await startS3()
  })
  afterAll(() => server.stop())

  test('gives nothing to who has no key, or a wrong one', async () => {
    const id = newId()
    await s3Bucket(server.place).put('files', id, [{ name: 'content', bytes: Buffer.from('private') }])
    const { endpoint, bucket, prefix } = server.place
    const answer = await fetch(`${endpoint}/${bucket}/${prefix}files/${id}/content`)
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('private')
    const wrong = readObjectStorage(server.url.replace('test-access', 'other-access'))!
    const error: unknown = await s3Bucket(wrong)
      .read('files', id, 'content')
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ lasting: true })
    expect(String(error)).not.toMatch(/other-access|127\.0\.0\.1/)
    expect((await s3Bucket(wrong).probe()).problem?.kind).toBe('refused')
  })

  test('that is missing is told', async () => {
    const missing = readObjectStorage(server.url.replace('shop-files', 'no-such-bucket'))!
    expect((await s3Bucket(missing).probe()).problem).toEqual({ kind: 'refused', code: 'NoSuchBucket' })
  })

  test('that goes away and comes back is used again', async () => {
    const storage = s3Bucket(server.place)
    const id = newId()
    await storage.put('files', id, [{ name: 'content', bytes: Buffer.from('still here') }])
    await server.kill()
    await expect(storage.read('files', id, 'content')).rejects.toBeInstanceOf(StorageError)
    await server.start()
    expect((await storage.read('files', id, 'content'))?.toString()).toBe('still here')
  }, 30_000)

  test('that holds more than one list tells is listed and removed to the end', async () => {
    const storage = s3Bucket(server.place)
    const ids = Array.from({ length: 1_050 }, () => newId())
    for (let at = 0; at < ids.length; at += 50)
      await Promise.all(
        ids
          .slice(at, at + 50)
          .map((id) => storage.put('media', id, [{ name: '1.webp', bytes: Buffer.alloc(1) }])),
      )
    const all = await storage.olderThan('media', new Date(Date.now() + 3_600_000))
    expect(new Set(all)).toEqual(new Set(ids))
  }, 60_000)
})
