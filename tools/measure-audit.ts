import process from 'node:process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditModule } from '@rampart/audit'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { keyring } from '@rampart/platform/crypto/keys.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { eventMigrations } from '@rampart/platform/events/migration-source.ts'
import { subscriptions } from '@rampart/platform/events/subscriptions.ts'
import { silentLog } from '@rampart/platform/log/create-log.ts'
import { assemble } from '@rampart/platform/module/assemble.ts'
import { startTestServer, testDatabase } from '@rampart/platform/testing/database.ts'
import { testSettings } from '@rampart/platform/testing/module-harness.ts'

// How long chaining and verifying take: node tools/measure-audit.ts [entries]. On a PostgreSQL of its own, which does
// not wait for the disk: what is measured is the work, not the disk.

const CHUNK = 5_000
const entries = Number(process.argv[2] ?? 100_000)
const dataDir = await mkdtemp(join(tmpdir(), 'rampart-measure-'))
const server = await startTestServer()
const database = await testDatabase(
  [eventMigrations, { module: 'audit', directory: auditModule.migrations }],
  server.connection,
)
try {
  const { db } = database
  const registry = subscriptions()
  const assembly = assemble([auditModule], {
    db,
    keys: keyring(Buffer.alloc(32, 7)),
    settings: { ...testSettings, data_dir: dataDir },
    log: silentLog,
    clock: () => new Date(),
    subscriptions: registry,
    jobsOf: () => ({ add: () => Promise.resolve() }),
  })
  for (let from = 0; from < entries; from += CHUNK) {
    await db.run(sql`
    INSERT INTO audit.entries (id, action, subject_type, subject_id, before, after, actor_kind, actor_id, actor_role,
      caller, request_id, ip, user_agent, occurred_at)
    SELECT uuidv7(), 'orders.cancelled', 'order', gen_random_uuid()::text, '{"status": "paid"}',
      jsonb_build_object('status', 'cancelled', 'lines', jsonb_build_array(n, n + 1), 'reason', repeat('word ', 20)),
      'staff', gen_random_uuid()::text, 'admin', 'edge', 'req-' || n, '203.0.113.5', repeat('Mozilla ', 12), now()
    FROM generate_series(${from + 1}::int, ${Math.min(from + CHUNK, entries)}::int) n`)
  }
  const parts = assembly.parts.get('audit')
  await timed('adopted', async () => parts?.prepare?.())
  const seal = parts?.schedules?.find(({ name }) => name === 'seal')
  const context = { call: backgroundContext(newId()), now: () => new Date(), attempt: 1 }
  await timed('sealed', async () => seal?.run(context))
  const link = assembly.linkTo('audit')
  const call = { ...backgroundContext(newId(), 3_600_000), caller: 'cli' }
  const found = await timed('verified', () => link({ operation: 'verifyWhole', input: {}, context: call }))
  process.stdout.write(`${JSON.stringify(found)}\n`)
} finally {
  await database.drop()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const [begun, spent] = [performance.now(), process.cpuUsage()]
  const result = await run()
  const seconds = (performance.now() - begun) / 1_000
  const { user, system } = process.cpuUsage(spent)
  const rate = Math.round(entries / seconds).toLocaleString('en')
  // On a busy machine the time that this process worked says more than the time that went by.
  const own = ((user + system) / 1_000_000).toFixed(2)
  process.stdout.write(
    `${what} ${String(entries)} entries in ${seconds.toFixed(2)} s (${rate}/s), ${own} s of work\n`,
  )
  return result
}
