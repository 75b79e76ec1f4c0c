import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Media } from '@rampart/contracts/media.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { canvas, customer, type Darkroom, documentOf, openDarkroom, seller, staff } from './darkroom.ts'

let room: Darkroom
let png: Buffer
beforeAll(async () => {
  room = await openDarkroom()
  png = await canvas(400, 300).png().toBuffer()
})
afterAll(() => room.close())

const verifier = { ...staff, permissions: ['media:*'] }
const gone = { code: 'NOT_FOUND' }
type File = OutputOf<Media, 'getFile'>
const as = (principal: Principal) => ({
  get: (file_id: string): Promise<File> => room.call('getFile', { file_id }, { principal }),
  update: (file_id: string, change: object): Promise<File> =>
    room.call('updateFile', { file_id, ...change }, { principal }),
  remove: (file_id: string): Promise<null> => room.call('deleteFile', { file_id }, { principal }),
  verify: (file_id: string): Promise<File> => room.call('verifyFile', { file_id }, { principal }),
  find: (file_id: string): Promise<OutputOf<Media, 'downloadFile'>> =>
    room.call('downloadFile', { file_id }, { principal }),
  part: (file_id: string, from: number, length: number): Promise<{ bytes: Uint8Array }> =>
    room.call('readFilePart', { file_id, from, length }, { principal, caller: 'server' }),
  list: async (filter: object = {}): Promise<string[]> => {
    const page: OutputOf<Media, 'listFiles'> = await room.call(
      'listFiles',
      { page_size: 100, ...filter },
      { principal },
    )
    return page.items.map(({ id }) => id)
  },
  mine: async (): Promise<string[]> => {
    const page: OutputOf<Media, 'listMyFiles'> = await room.call('listMyFiles', {}, { principal })
    return page.items.map(({ id }) => id)
  },
})

describe('whose files they are', () => {
  test('a private file is its owner’s, and that of those who may change all', async () => {
    const [ana, bo, sam] = [customer(), customer(), seller()]
    const file = await room.upload(png, ana, { file: { filename: 'me.png', bytes: new Uint8Array(png) } })
    expect(file).toMatchObject({ name: 'me.png', visibility: 'private', is_own: true, url: null, widths: [] })
    expect(await as(ana).get(file.id)).toEqual(file)
    expect(await as(staff).get(file.id)).toMatchObject({ id: file.id, is_own: false, owner_id: ana.id })
    for (const other of [bo, sam, { ...staff, permissions: ['media:read'] }]) {
      for (const call of [as(other).get, as(other).find, (id: string) => as(other).part(id, 0, 1)])
        await expect(call(file.id)).rejects.toMatchObject(gone)
      expect(await as(other).list()).not.toContain(file.id)
    }
    for (const other of [bo, sam]) {
      await expect(as(other).update(file.id, { name: 'x' })).rejects.toMatchObject(gone)
      await expect(as(other).remove(file.id)).rejects.toMatchObject(gone)
    }
    expect(await as(ana).mine()).toEqual([file.id])
    expect(await as(bo).mine()).toEqual([])
    expect(await as(staff).list()).toContain(file.id)
    await as(ana).remove(file.id)
    await expect(as(ana).get(file.id)).rejects.toMatchObject(gone)
    expect(await readdir(join(room.dataDir, 'files'))).not.toContain(file.id)
  })

  test('what a customer makes public is seen by others once it is verified, and not by their name', async () => {
    const [ana, bo] = [customer(), customer()]
    const guest = { kind: 'guest', guest_token: null } as const
    const file = await room.upload(png, ana, { visibility: 'public' })
    expect(file).toMatchObject({ visibility: 'public', url: null, verified_at: null })
    await expect(as(bo).get(file.id)).rejects.toMatchObject(gone)
    await expect(room.rendition(file.id, 320)).rejects.toMatchObject(gone)
    await expect(as(ana).verify(file.id)).rejects.toMatchObject({ status: 403 })
    await expect(as(seller()).verify(file.id)).rejects.toMatchObject({ status: 403 })
    const verified = await as(verifier).verify(file.id)
    expect(verified).toMatchObject({ url: `/api/v1/media/${file.id}/400`, widths: [320, 400] })
    expect(verified.verified_at).not.toBeNull()
    expect(await as(bo).get(file.id)).toMatchObject({ owner_id: null, is_own: false })
    expect((await as(guest).find(file.id)).size).toBe(file.size)
    expect((await room.rendition(file.id, 320, 'avif')).content_type).toBe('image/avif')
    expect((await as(verifier).verify(file.id)).verified_at).toBe(verified.verified_at)

    await as(ana).update(file.id, { visibility: 'private', alt: 'Mine again' })
    await expect(as(bo).get(file.id)).rejects.toMatchObject(gone)
    await expect(room.rendition(file.id, 320)).rejects.toMatchObject(gone)
    await expect(as(guest).find(file.id)).rejects.toMatchObject(gone)
    expect(await as(ana).get(file.id)).toMatchObject({ alt: 'Mine again', visibility: 'private' })
  })

  test('a customer has so much room, all at once and one after another alike', async () => {
    const ana = customer()
    const tiny = documentOf()
    for (let batch = 0; batch < 7; batch++)
      await Promise.allSettled(Array.from({ length: 15 }, () => room.upload(tiny, ana)))
    const { total }: { total: number } = await room.call('listMyFiles', {}, { principal: ana })
    expect(total).toBe(100)
    await expect(room.upload(tiny, ana)).rejects.toMatchObject({ code: 'MEDIA_TOO_MANY_FILES', status: 409 })
  })
})

describe('what is kept', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'a %s stays one, without its metadata',
    async (format) => {
      const marked = canvas(300, 200).withExif({ IFD0: { Copyright: 'secret-owner' } })
      const file = await room.upload(await marked.toFormat(format).toBuffer(), customer())
      expect(file).toMatchObject({ content_type: `image/${format}`, width: 300, height: 200 })
      const kept = Buffer.from((await as(staff).part(file.id, 0, file.size)).bytes)
      expect(kept.length).toBe(file.size)
      const read = await sharp(kept).metadata()
      expect(read).toMatchObject({ format: format === 'avif' ? 'heif' : format, width: 300 })
      expect(read.exif ?? read.xmp ?? read.iptc).toBeUndefined()
      expect(kept.includes('secret-owner')).toBe(false)
    },
  )

  test('a document stays as it is, private even for staff', async () => {
    const file = await room.upload(documentOf(), staff)
    expect(file).toMatchObject({
      content_type: 'application/pdf',
      visibility: 'private',
      width: null,
      url: null,
    })
    expect(Buffer.from((await as(staff).part(file.id, 0, file.size)).bytes)).toEqual(documentOf())
    expect(Buffer.from((await as(staff).part(file.id, 1, 3)).bytes).toString()).toBe('PDF')
  })

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a.png', 'a.png'],
    ['a\u202egnp.exe', 'agnp.exe'],
    ['a\r\nset-cookie: x.png', 'aset-cookie: x.png'],
    ['...', 'file'],
    ['\u0000', 'file'],
    ['.htaccess', 'htaccess'],
    ['Füße 🦶.png', 'Füße 🦶.png'],
  ])('of the name %j stays %j', async (filename, name) => {
    const file = await room.upload(documentOf(), customer(), {
      file: { filename, bytes: new Uint8Array(documentOf()) },
    })
    expect(file.name).toBe(name)
  })
})

test('a customer’s files go into their export, and go with them', async () => {
  const [ana, bo] = [customer(), customer()]
  const [anas, bos] = [await room.upload(png, ana), await room.upload(documentOf(), bo)]
  await room.upload(documentOf(), ana)
  const about = (id: string) => ({ account_id: id, email: 'a@example.com', before: new Date().toISOString() })
  const held: OutputOf<Media, 'exportPersonalData'> = await room.call('exportPersonalData', about(ana.id), {
    caller: 'customers',
  })
  expect(held.files?.map(({ name }) => name)).toEqual(['file-1.png', 'file-2.pdf'])
  expect(held.sections).toMatchObject([
    { name: 'files', data: [{ file: 'file-1.png' }, { file: 'file-2.pdf' }] },
  ])
  for (let round = 0; round < 2; round++)
    await room.call('erasePersonalData', about(ana.id), { caller: 'customers' })
  expect(await as(ana).mine()).toEqual([])
  expect(await readdir(join(room.dataDir, 'files'))).not.toContain(anas.id)
  expect(await as(bo).mine()).toEqual([bos.id])
})

test('what there is no room for in an export is told with its address', async () => {
  const ana = customer()
  const [large, small] = [await room.upload(png, ana), await room.upload(documentOf(), ana)]
  await room.db.run(sql`UPDATE media.files SET size = ${24 * 1024 * 1024 + 1} WHERE id = ${large.id}`)
  const about = { account_id: ana.id, email: 'a@example.com', before: new Date().toISOString() }
  const held: OutputOf<Media, 'exportPersonalData'> = await room.call('exportPersonalData', about, {
    caller: 'customers',
  })
  expect(held.files?.map(({ name }) => name)).toEqual(['file-2.pdf'])
  const address: unknown = expect.stringMatching(`^https?://.+/api/v1/files/${large.id}/download$`)
  expect(held.sections).toMatchObject([
    {
      data: [
        { file: null, address },
        { file: 'file-2.pdf', address: null, size: small.size },
      ],
    },
  ])
})

test('what people call their files, and what is in them, stands in no entry', async () => {
  const ana = customer()
  const bytes = new Uint8Array(documentOf())
  const file = await room.upload(bytes, ana, { file: { filename: 'Jane-Doe.pdf', bytes }, alt: 'Jane-Doe' })
  await as(ana).update(file.id, { name: 'Jane-Doe-2.pdf', alt: 'Jane-Doe-2' })
  await as(verifier).verify(file.id)
  const { sha256 } = await room.db.one<{ sha256: string }>(
    sql`SELECT encode(sha256, 'hex') AS sha256 FROM media.files WHERE id = ${file.id}`,
  )
  await as(ana).remove(file.id)
  const entries = (await room.events())
    .map(({ payload }) => payload as { subject_id: string; after?: object })
    .filter(({ subject_id }) => subject_id === file.id)
  expect(entries).toHaveLength(4)
  expect(entries[1]?.after).toEqual({ visibility: 'private', changed: ['name', 'alt'] })
  expect(JSON.stringify(entries)).not.toMatch(new RegExp(`Jane|${sha256}`))
})

test('lists are narrowed, and each command leaves one entry', async () => {
  const before = (await room.events()).length
  const file = await room.upload(documentOf(), staff, {
    file: { filename: 'Returns of May.pdf', bytes: new Uint8Array(documentOf()) },
  })
  await as(staff).update(file.id, { name: 'Returns of June.pdf' })
  await as(verifier).verify(file.id)
  expect(await as(staff).list({ q: 'of june' })).toEqual([file.id])
  expect(await as(staff).list({ q: 'of may' })).toEqual([])
  expect(await as(staff).list({ verified: 'true', visibility: 'private' })).toContain(file.id)
  expect(await as(staff).list({ verified: 'false' })).not.toContain(file.id)
  await as(staff).remove(file.id)
  const actions = (await room.events())
    .slice(before)
    .map((event) => (event.payload as { action: string }).action)
  expect(actions).toEqual([
    'media.file-stored',
    'media.file-updated',
    'media.file-verified',
    'media.file-removed',
  ])
  for (const call of [as(staff).get, as(verifier).verify, as(staff).remove])
    await expect(call(newId())).rejects.toMatchObject(gone)
})

test('a public picture that goes is told of once, one that nobody saw is not', async () => {
  const told = async (): Promise<string[]> =>
    (await room.events())
      .filter(({ type }) => type === 'media.picture-removed.v1')
      .map(({ payload }) => (payload as { picture_id: string }).picture_id)
  const [hidden, deleted, secret, document] = [
    await room.upload(png),
    await room.upload(png),
    await room.upload(png, customer(), { visibility: 'public' }),
    await room.upload(documentOf(), staff, { visibility: 'public' }),
  ]
  const before = (await told()).length
  await as(staff).update(hidden.id, { visibility: 'private' })
  await as(staff).update(hidden.id, { alt: 'Still private' })
  await as(staff).remove(hidden.id)
  await as(staff).remove(deleted.id)
  await as(staff).remove(secret.id)
  await as(staff).remove(document.id)
  expect((await told()).slice(before)).toEqual([hidden.id, deleted.id])
})
