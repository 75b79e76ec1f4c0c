import { createPublicKey, verify as isSignedBy } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { canonicalJson } from '@rampart/platform/crypto/canonical-json.ts'
import { type Db, openDb } from '@rampart/platform/db/db.ts'
import { startEmbedded } from '@rampart/platform/db/embedded.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ended, rampart } from '../support/rampart-command.ts'
import { openShopDb, shopKeys } from '../support/shop-database.ts'
import { newPassword, removeData, startShop } from '../support/shop-server.ts'

// `rampart audit …` as a person runs it: processes of their own, on the data of a shop that does not run.

let dataDir: string
let papers: string
let ids: string[]
const audit = (...words: string[]): Promise<Ended> => rampart(['audit', ...words], { DATA_DIR: dataDir })
const paper = (name: string): string => join(papers, name)

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rampart-audit-'))
  papers = await mkdtemp(join(tmpdir(), 'rampart-papers-'))
  for (const name of ['ada', 'grace', 'hedy', 'mary']) {
    const words = [
      'user',
      'create',
      '--email',
      `${name}@example.com`,
      '--role',
      'customer',
      '--password-stdin',
    ]
    const made = await rampart(words, { DATA_DIR: dataDir }, newPassword())
    if (made.code !== 0) throw new Error(made.err)
  }
  const shop = await startShop({ dataDir, processes: 1 })
  const db = await openShopDb(dataDir)
  await untilProven(db, 4)
  // Also beside a server that runs.
  expect(await audit('verify')).toMatchObject({ code: 0, err: '' })
  await db.close()
  expect(await shop.stop()).toBe(0)
  // The server may have gone on while it was looked at.
  const chained = await inDatabase('SELECT entry_id FROM audit.chain ORDER BY position')
  ids = chained.map(({ entry_id }) => entry_id)
}, 240_000)
afterAll(async () => {
  await removeData(dataDir)
  await rm(papers, { recursive: true, force: true })
})

/** Waits until so many entries stand behind a checkpoint. */
async function untilProven(db: Db, least: number): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { reach } = await db.one<{ reach: number | null }>(
      sql`SELECT max(position) AS reach FROM audit.checkpoints`,
    )
    if (reach !== null && reach >= least) return
    await sleep(200)
  }
  throw new Error('Nothing was chained.')
}

/** A statement in the database of the stopped shop, as its superuser. */
async function inDatabase(text: string): Promise<{ readonly entry_id: string }[]> {
  const password = (await shopKeys(dataDir)).derive('postgres:password').toString('base64url')
  const server = await startEmbedded({ dataDir, password })
  const db = openDb({ connection: server.connection, max: 1 })
  try {
    return (await db.pool.query<{ entry_id: string }>(text)).rows
  } finally {
    await db.close()
    await server.stop()
  }
}

const withoutTriggers = (change: string): string => `
  ALTER TABLE audit.entries DISABLE TRIGGER ALL;
  ${change};
  ALTER TABLE audit.entries ENABLE ALWAYS TRIGGER entries_append_only;
  ALTER TABLE audit.entries ENABLE ALWAYS TRIGGER entries_kept`

test('verify: 0 for a good log, and nothing is left running or changed', { timeout: 120_000 }, async () => {
  const before = await readdir(join(dataDir, 'audit'))
  const { code, out, err } = await audit('verify')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain(`${String(ids.length)} of ${String(ids.length)} chained entries read, `)
  expect(out).toContain('✓ Intact.')
  expect(await readdir(join(dataDir, 'audit'))).toEqual(before)
  await expect(openShopDb(dataDir)).rejects.toThrow('No PostgreSQL runs')
})

test('key: what it prints is the key of the checkpoints', { timeout: 120_000 }, async () => {
  const { code, out } = await audit('key')
  expect(code).toBe(0)
  const [line = ''] = (await readFile(join(dataDir, 'audit', 'checkpoints.jsonl'), 'utf8')).split('\n')
  const { signature, ...said } = JSON.parse(line) as { signature: string }
  const signed = Buffer.from(`rampart audit checkpoint v1\n${canonicalJson(said)}`)
  expect(isSignedBy(null, signed, createPublicKey(out), Buffer.from(signature, 'base64url'))).toBe(true)
})

test(
  'export: a file that verifies by itself, and that tells by line what was changed',
  { timeout: 240_000 },
  async () => {
    const written = await audit('export', paper('log.jsonl'))
    expect(written).toMatchObject({ code: 0, err: '' })
    expect(written.out).toContain(` entries written to ${paper('log.jsonl')}.`)
    const good = await audit('verify', '--export', paper('log.jsonl'))
    expect(good).toMatchObject({ code: 0, err: '' })
    expect(good.out).toContain('none missing between them')
    const lines = (await readFile(paper('log.jsonl'), 'utf8')).split('\n')
    const second = lines[1] ?? ''
    lines[1] = second.replace('"caller":"', '"caller":"not ')
    await writeFile(paper('changed.jsonl'), lines.join('\n'))
    const bad = await audit('verify', '--export', paper('changed.jsonl'))
    const { entry } = JSON.parse(second) as { entry: { id: string } }
    expect(bad).toMatchObject({ code: 1, err: '' })
    expect(bad.out).toContain(`✗ TAMPERED: line 2, entry ${entry.id}: The entry was changed.`)
  },
)

test('verify: 1 for a copy of the checkpoints that says something else', { timeout: 120_000 }, async () => {
  const text = await readFile(join(dataDir, 'audit', 'checkpoints.jsonl'), 'utf8')
  await writeFile(paper('copy.jsonl'), text)
  expect(await audit('verify', '--checkpoints', paper('copy.jsonl'))).toMatchObject({ code: 0 })
  await writeFile(paper('forged.jsonl'), text.replace(/"position":\d+/, '"position":1'))
  const forged = await audit('verify', '--checkpoints', paper('forged.jsonl'))
  expect(forged.code).toBe(1)
  expect(forged.out).toContain('✗ TAMPERED')
})

const wrong: readonly (readonly [string, readonly string[], string])[] = [
  ['an unknown command', ['veryfy'], "unknown command 'veryfy'"],
  ['no command', [], 'Usage: rampart audit'],
  ['an unknown option', ['verify', '--quick'], "unknown option '--quick'"],
  ['a file that is not there', ['verify', '--export', 'nowhere.jsonl'], 'There is no file nowhere.jsonl.'],
  [
    'checkpoints that are not there',
    ['verify', '--checkpoints', 'nowhere.jsonl'],
    'There is no file nowhere.jsonl.',
  ],
  ['an option without its value', ['verify', '--export'], 'argument missing'],
  ['an export to nowhere', ['export'], "missing required argument 'file'"],
  ['an export over a file', ['export', 'package.json'], 'package.json is there already.'],
  ['an export into no folder', ['export', 'no-such-folder/log.jsonl'], 'There is no folder'],
  ['a restart without a reason', ['restart'], "required option '--reason <text>' not specified"],
  ['a restart with an empty reason', ['restart', '--reason', ''], 'reason'],
  ['more words than it takes', ['key', 'please'], 'too many arguments'],
]

test.each(wrong)('2 and a sentence for %s', { timeout: 120_000 }, async (_what, words, sentence) => {
  const { code, out, err } = await audit(...words)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(sentence)
  expect(err).not.toContain('    at ')
})

test('2 where there is no shop, and none is made', { timeout: 120_000 }, async () => {
  const nowhere = join(papers, 'empty')
  for (const words of [
    ['verify'],
    ['key'],
    ['export', paper('none.jsonl')],
    ['restart', '--reason', 'to try'],
  ]) {
    const { code, err } = await rampart(['audit', ...words], { DATA_DIR: nowhere })
    expect({ words, code, err }).toEqual({
      words,
      code: 2,
      err: `rampart: There is no shop in ${nowhere}. Set DATA_DIR.\n`,
    })
  }
  expect(await readdir(papers)).not.toContain('empty')
})

test('verify: 1 and the first bad entry by name, until somebody says why', { timeout: 240_000 }, async () => {
  // The last of the four is still as it was when the log is accepted.
  const [, second = '', third = ''] = ids
  const change = (id: string): string => `UPDATE audit.entries SET ip = '192.0.2.66' WHERE id = '${id}'`
  await inDatabase(withoutTriggers(`${change(third)}; ${change(second)}`))
  const found = await audit('verify')
  expect(found).toMatchObject({ code: 1, err: '' })
  expect(found.out).toContain(
    `✗ TAMPERED: position 2, entry ${second}: The entry, its place or the one before`,
  )

  const restarted = await audit('restart', '--reason', 'looked into, see ticket 12')
  expect(restarted).toMatchObject({ code: 0, err: '' })
  expect(restarted.out).toContain(`The log goes on from position ${String(ids.length)} `)
  const after = await audit('verify')
  expect(after.code).toBe(0)
  expect(after.out).toContain('The log was accepted as it was 1 times; see action audit.restarted.')

  await inDatabase(withoutTriggers(`DELETE FROM audit.entries WHERE id = '${ids.at(-1) ?? ''}'`))
  const gone = await audit('verify')
  expect(gone.code).toBe(1)
  expect(gone.out).toContain(
    `✗ TAMPERED: position ${String(ids.length)}, entry ${ids.at(-1) ?? ''}: The entry is gone.`,
  )
})
