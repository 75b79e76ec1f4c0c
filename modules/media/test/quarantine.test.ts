import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Media } from '@rampart/contracts/media.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { CustomerPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { scanByProgram } from '../scan/scan-by-program.ts'
import { scanOverTcp } from '../scan/scan-over-tcp.ts'
import { canvas, customer, type Darkroom, documentOf, openDarkroom, staff } from './darkroom.ts'

// Answers as clamd does on its socket (clamd(8), INSTREAM); `say` is what it makes of the bytes.
type Clamd = { readonly server: Server; say: (bytes: Buffer) => string | null }
const PORT = 22_301
const EICAR = 'a-thing-that-scanners-know'

async function openClamd(): Promise<Clamd> {
  const clamd: Clamd = {
    server: createServer((socket) => {
      let held = Buffer.alloc(0)
      socket.on('error', () => undefined)
      socket.on('data', (piece: Buffer) => {
        held = Buffer.concat([held, piece])
        const bytes = streamed(held)
        if (bytes === null) return
        const answer = clamd.say(bytes)
        if (answer === null) socket.destroy()
        else socket.end(`${answer}\0`)
      })
    }),
    say: (bytes) => (bytes.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'),
  }
  await new Promise<void>((resolve) => clamd.server.listen(PORT, '127.0.0.1', resolve))
  return clamd
}

/** What was streamed; null while the end is missing. */
function streamed(held: Buffer): Buffer | null {
  const command = 'zINSTREAM\0'
  if (held.subarray(0, command.length).toString('latin1') !== command) return null
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= held.length;) {
    const length = held.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(held.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

let clamd: Clamd
let room: Darkroom
beforeEach(async () => {
  clamd = await openClamd()
  room = await openDarkroom({ virus_scanner: { kind: 'tcp', host: '127.0.0.1', port: PORT } })
})
afterEach(async () => {
  await room.close()
  await new Promise((resolve) => clamd.server.close(resolve))
})

const get = (file_id: string): Promise<OutputOf<Media, 'getFile'>> =>
  room.call('getFile', { file_id }, { principal: staff })
const download = (file_id: string): Promise<unknown> =>
  room.call('downloadFile', { file_id }, { principal: staff })

test('a clean file is there at once, an infected one is not kept and leaves an entry', async () => {
  const large = await canvas(800, 600).png({ compressionLevel: 0 }).toBuffer()
  expect(await room.upload(large)).toMatchObject({ status: 'clean', widths: [320, 640, 800] })
  const infected = Buffer.from(documentOf(`/Note (${EICAR})`))
  await expect(room.upload(infected, customer())).rejects.toMatchObject({ code: 'MEDIA_INFECTED' })
  const entry = (await room.events()).at(-1)?.payload as unknown as { action: string }
  expect(entry.action).toBe('media.file-infected')
})

test.each<[string, string | null]>([
  ['says that something is wrong', 'INSTREAM size limit exceeded. ERROR'],
  ['says nothing', ''],
  ['hangs up', null],
  ['says what only looks clean', 'stream: OK FOUND? OK'],
])('when the scanner %s, a file waits, is nobody’s, and is let out by a word alone', async (_, answer) => {
  const usual = clamd.say
  clamd.say = () => answer
  const file = await room.upload(await canvas(400, 300).png().toBuffer())
  expect(file).toMatchObject({ status: 'quarantined', visibility: 'public', url: null, widths: [] })
  await room.runSchedule('scan-quarantine')
  await expect(download(file.id)).rejects.toMatchObject({ code: 'MEDIA_IN_QUARANTINE', status: 409 })
  await expect(
    room.call(
      'readFilePart',
      { file_id: file.id, from: 0, length: 1 },
      { principal: staff, caller: 'server' },
    ),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(room.rendition(file.id, 320)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(
    room.call('verifyFile', { file_id: file.id }, { principal: { ...staff, permissions: ['media:*'] } }),
  ).rejects.toMatchObject({ code: 'MEDIA_IN_QUARANTINE' })
  clamd.say = usual
  await room.runSchedule('scan-quarantine')
  expect(await get(file.id)).toMatchObject({ status: 'clean', widths: [320, 400] })
  expect((await room.rendition(file.id, 320)).content_type).toBe('image/webp')
  expect(await download(file.id)).toMatchObject({ size: file.size })
})

test('few are scanned at a time, few wait, and fewer of one person', { timeout: 60_000 }, async () => {
  const sockets: Socket[] = []
  let holds = true
  clamd.server.removeAllListeners('connection')
  clamd.server.on('connection', (socket) => {
    sockets.push(socket.on('error', () => undefined).resume())
    if (!holds) socket.destroy()
  })
  const letGo = (): void => {
    holds = false
    for (const socket of sockets) socket.destroy()
  }
  const turnedAway: unknown[] = []
  const send = (whose: CustomerPrincipal[]) =>
    Promise.allSettled(
      whose.map(async (who) => {
        const file = room.upload(documentOf(), who)
        await file.catch((error: unknown) => turnedAway.push(error))
        return file
      }),
    )
  const until = (length: number) =>
    vi.waitFor(() => expect(turnedAway).toHaveLength(length), { timeout: 20_000 })
  const ana = customer()
  const hers = send(Array.from({ length: 5 }, () => ana))
  await until(2)
  const others = send(Array.from({ length: 20 }, customer))
  await until(2 + 3)
  for (const error of turnedAway) expect(error).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 5 })
  await vi.waitFor(() => expect(sockets).toHaveLength(4), { timeout: 20_000 })
  letGo()
  const kept = (all: PromiseSettledResult<unknown>[]) => all.filter(({ status }) => status === 'fulfilled')
  expect(kept(await hers)).toHaveLength(3)
  expect(kept(await others)).toHaveLength(17)
  expect(await room.upload(documentOf(), ana)).toMatchObject({ status: 'quarantined' })
})

test('what is of another type, or has no room, is not scanned', async () => {
  let asked = 0
  clamd.server.on('connection', () => (asked += 1))
  const ana = customer()
  const photo = { photo_id: newId(), account_id: ana.id, bytes: new Uint8Array(documentOf()) }
  const stored = room.call('storeReviewPhoto', photo, { principal: ana, caller: 'reviews' })
  await expect(stored).rejects.toMatchObject({ code: 'MEDIA_NOT_A_PICTURE' })
  await expect(room.upload(Buffer.from('<svg/>'), ana)).rejects.toMatchObject({ code: 'MEDIA_TYPE_REFUSED' })
  expect(asked).toBe(0)
  const { id } = await room.upload(documentOf(), ana)
  expect(asked).toBe(1)
  await room.db.run(sql`UPDATE media.files SET size = ${100 * 1024 * 1024} WHERE id = ${id}`)
  await expect(room.upload(documentOf(), ana)).rejects.toMatchObject({ code: 'MEDIA_TOO_MANY_FILES' })
  expect(asked).toBe(1)
})

test('a photo of a review is not published while it waits, since nobody can have looked at it', async () => {
  const usual = clamd.say
  clamd.say = () => null
  const ana = customer()
  const bytes = new Uint8Array(await canvas(400, 300).jpeg().toBuffer())
  const inReviews = { principal: ana, caller: 'reviews' }
  const photo: OutputOf<Media, 'storeReviewPhoto'> = await room.call(
    'storeReviewPhoto',
    { photo_id: newId(), account_id: ana.id, bytes },
    inReviews,
  )
  expect(photo.status).toBe('quarantined')
  const chosen = { account_id: ana.id, photo_ids: [photo.id] }
  await room.call('publishReviewPhotos', { ...chosen, published: true }, inReviews)
  await expect(room.rendition(photo.id, 320)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(room.call('readReviewPhoto', { photo_id: photo.id }, inReviews)).rejects.toMatchObject({
    code: 'MEDIA_IN_QUARANTINE',
  })
  clamd.say = usual
  await room.runSchedule('scan-quarantine')
  const looked: OutputOf<Media, 'readReviewPhoto'> = await room.call(
    'readReviewPhoto',
    { photo_id: photo.id },
    inReviews,
  )
  expect(looked.content_type).toBe('image/webp')
  await expect(room.rendition(photo.id, 320)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await room.call('publishReviewPhotos', { ...chosen, published: true }, inReviews)
  expect((await room.rendition(photo.id, 320)).content_type).toBe('image/webp')
})

test('what turns out to be infected in quarantine is thrown away', async () => {
  const usual = clamd.say
  clamd.say = () => null
  const bad = await room.upload(documentOf(`/Note (${EICAR})`))
  const good = await room.upload(documentOf())
  clamd.say = usual
  await room.runSchedule('scan-quarantine')
  await expect(get(bad.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await get(good.id)).toMatchObject({ status: 'clean' })
})

test('a scanner that cannot be reached, or does not answer in time, finds nothing clean', async () => {
  expect(await scanOverTcp('127.0.0.1', 22_399)(Buffer.from('x'))).toBe('unknown')
  clamd.server.removeAllListeners('connection')
  clamd.server.on('connection', (socket) => socket.on('error', () => undefined).resume())
  expect(await scanOverTcp('127.0.0.1', PORT, 200)(Buffer.from('x'))).toBe('unknown')
})

test('a program scans too: 0 is clean, 1 infected, all else is not known', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rampart-scan-'))
  const program = async (name: string, lines: string): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, `#!/bin/sh\n${lines}\n`)
    await chmod(path, 0o700)
    return path
  }
  const looks = scanByProgram(await program('looks', `if grep -q ${EICAR}; then exit 1; fi`))
  expect(await looks(Buffer.from('nothing'))).toBe('clean')
  expect(await looks(Buffer.concat([Buffer.alloc(3_000_000, 10), Buffer.from(EICAR)]))).toBe('infected')
  expect(await scanByProgram(await program('fails', 'cat > /dev/null; exit 2'))(Buffer.from('x'))).toBe(
    'unknown',
  )
  expect(await scanByProgram(await program('lazy', 'exit 0'))(Buffer.alloc(5_000_000))).toBe('unknown')
  expect(await scanByProgram(await program('slow', 'exec sleep 5'), 200)(Buffer.from('x'))).toBe('unknown')
  expect(await scanByProgram(join(folder, 'missing'))(Buffer.from('x'))).toBe('unknown')
  await rm(folder, { recursive: true })
})
