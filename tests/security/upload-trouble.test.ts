import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdf, plain } from '../support/hostile-files.ts'
import { type InProcessShop, openInProcessShop, type Sent } from '../support/in-process-shop.ts'
import { multipartBody } from '../support/requests.ts'

// What happens to uploads while a scanner is in trouble, the disk is full, or the bucket is away.

let png: Buffer
let noise: Buffer
beforeAll(async () => {
  png = await plain(80, 60).png().toBuffer()
  const pixels = randomBytes(400 * 400 * 3)
  noise = await sharp(pixels, { raw: { width: 400, height: 400, channels: 3 } })
    .png()
    .toBuffer()
})

const upload = (shop: InProcessShop, token: string, file: Buffer): Promise<Sent> =>
  shop.send('POST', '/files', { token, ...multipartBody(file) })
const idOf = ({ body }: Sent): string => String(body['id'])
const keptIn = async (shop: InProcessShop): Promise<string[]> =>
  (
    await Promise.all(['files', 'media'].map((area) => readdir(join(shop.dataDir, area)).catch(() => [])))
  ).flat()
const listed = async (shop: InProcessShop, token: string): Promise<number> =>
  Number((await shop.send('GET', '/files/my_files', { token })).body['total'])

describe('a virus scanner', () => {
  let folder: string
  let program: string
  let shop: InProcessShop
  let owner: string
  let customer: string
  const becomes = (script: string) => writeFile(program, `#!/bin/sh\n${script}\n`)
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rampart-scanner-'))
    program = join(folder, 'scanner')
    await becomes('cat > /dev/null; exit 0')
    await chmod(program, 0o755)
    shop = await openInProcessShop({ VIRUS_SCANNER: program })
    owner = (await shop.account('super_admin')).token
    customer = (await shop.account('customer')).token
  }, 120_000)
  afterAll(async () => {
    await shop.close()
    await rm(folder, { recursive: true })
  })

  test.each([
    ['dies half-way', 'kill -9 $$'],
    ['fails', 'cat > /dev/null; exit 2'],
    ['looks at nothing', 'exit 0'],
    ['cannot be started', null],
    ['hangs', 'exec sleep 60'],
  ])(
    'that %s lets nobody have the file, in any way',
    async (_, script) => {
      if (script === null) await rename(program, `${program}.away`)
      else await becomes(script)
      const file =
        script === 'exit 0'
          ? Buffer.concat([pdf(), Buffer.alloc(4_000_000, '% '), Buffer.from('\n%%EOF\n')])
          : png
      const sent = await upload(shop, owner, file)
      if (script === null) await rename(`${program}.away`, program)
      expect(sent.status).toBe(201)
      expect(sent.body).toMatchObject({ status: 'quarantined', url: null, widths: [] })
      const id = idOf(sent)
      for (const token of [owner, customer, undefined]) {
        for (const headers of [{}, { range: 'bytes=0-3' }, { range: 'bytes=-1' }]) {
          const { status, text } = await shop.send('GET', `/files/${id}/download`, { token, headers })
          expect([404, 409]).toContain(status)
          expect(text).not.toMatch(/PNG|%PDF/)
        }
        expect((await shop.send('HEAD', `/files/${id}/download`, { token })).status).not.toBe(200)
        expect((await shop.send('GET', `/media/${id}/80`, { token })).status).toBe(404)
      }
      const verified = await shop.send('POST', `/files/${id}/verify`, { token: owner, body: {} })
      expect([verified.status, verified.body['code']]).toEqual([409, 'MEDIA_IN_QUARANTINE'])
      await shop.send('PUT', `/files/${id}`, { token: owner, body: { visibility: 'public' } })
      expect((await shop.send('GET', `/media/${id}/80`)).status).toBe(404)
      expect((await shop.send('GET', `/files/${id}/download`)).status).not.toBe(200)
    },
    60_000,
  )

  test('that says infected has the file refused, and nothing of it stays', async () => {
    await becomes('cat > /dev/null; exit 1')
    const before = await keptIn(shop)
    const sent = await upload(shop, customer, png)
    expect([sent.status, sent.body['code']]).toEqual([400, 'MEDIA_INFECTED'])
    expect(await keptIn(shop)).toEqual(before)
    expect(await listed(shop, customer)).toBe(0)
  })

  test('is asked before anything reads more of a file than its first bytes', async () => {
    const seen = join(folder, 'seen')
    await becomes(`cat > ${seen}; exit 1`)
    const hostile = Buffer.from('89504e470d0a1a0a0000000d49484452' + '00'.repeat(200), 'hex')
    expect((await upload(shop, customer, hostile)).body['code']).toBe('MEDIA_INFECTED')
    expect(execFileSync('cat', [seen]).equals(hostile)).toBe(true)
  })
})

describe('a place for files', () => {
  let shop: InProcessShop
  let customer: string
  beforeAll(async () => {
    shop = await openInProcessShop()
    customer = (await shop.account('customer')).token
  }, 120_000)
  afterAll(() => shop.close())

  const refusedForNow = ({ status, body, headers, text }: Sent): void => {
    expect([status, body['code']]).toEqual([503, 'UNAVAILABLE'])
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(text).not.toMatch(/ENOSPC|ENOTDIR|rampart-secure|\/tmp/)
  }

  test('that cannot be written has uploads wait, and is used again when it can', async () => {
    const [files, aside] = [join(shop.dataDir, 'files'), join(shop.dataDir, 'files.aside')]
    await mkdir(files, { recursive: true })
    await rename(files, aside)
    await writeFile(files, 'in the way')
    refusedForNow(await upload(shop, customer, png))
    expect(await listed(shop, customer)).toBe(0)
    expect(shop.logged()).toContain('files could not be kept or read')
    await rm(files)
    await rename(aside, files)
    expect((await upload(shop, customer, png)).status).toBe(201)
  })

  // A disk of its own can be made by root alone, and not everywhere.
  const disk = join(tmpdir(), `rampart-small-disk-${String(process.pid)}`)
  const mounted = ((): boolean => {
    if (process.getuid?.() !== 0) return false
    spawnSync('mkdir', ['-p', disk])
    return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk]).status === 0
  })()
  afterAll(async () => {
    if (mounted) spawnSync('umount', [disk])
    await rm(disk, { recursive: true, force: true })
  })

  test.runIf(mounted)('that is full has uploads wait, keeps what it has, and nothing half', async () => {
    const full = await openInProcessShop()
    const token = (await full.account('customer')).token
    await mkdir(join(full.dataDir, 'files'), { recursive: true })
    spawnSync('mount', ['--bind', disk, join(full.dataDir, 'files')])
    try {
      const small = await upload(full, token, png)
      expect(small.status).toBe(201)
      expect(noise.length).toBeGreaterThan(200_000)
      refusedForNow(await upload(full, token, noise))
      expect(await readdir(join(full.dataDir, 'files'))).toEqual([idOf(small)])
      expect(await listed(full, token)).toBe(1)
      const kept = await full.send('GET', `/files/${idOf(small)}/download`, { token })
      expect(kept.status).toBe(200)
      expect((await upload(full, token, png)).status).toBe(201)
    } finally {
      spawnSync('umount', [join(full.dataDir, 'files')])
      await full.close()
    }
  })
})

describe('a bucket that is away', () => {
  test('has uploads wait and downloads too, and its keys are in no answer and no log', async () => {
    const shop = await openInProcessShop({
      S3_URL: 'http://the-access-key:the-secret-key@127.0.0.1:9/shop-files',
    })
    try {
      const token = (await shop.account('customer')).token
      const sent = await upload(shop, token, png)
      expect([sent.status, sent.body['code']]).toEqual([503, 'UNAVAILABLE'])
      expect(await listed(shop, token)).toBe(0)
      expect(shop.logged()).toContain('ECONNREFUSED')
      expect(shop.logged() + sent.text).not.toMatch(/the-access-key|the-secret-key/)
    } finally {
      await shop.close()
    }
  }, 60_000)
})
