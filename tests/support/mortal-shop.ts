import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catalog } from '@rampart/contracts/catalog.ts'
import { loadConfig } from '@rampart/platform/config/config.ts'
import { settingsOf } from '@rampart/platform/config/settings-of.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { localLink } from '@rampart/platform/contract/link.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { keyring } from '@rampart/platform/crypto/keys.ts'
import type { Db } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { startRelay } from '@rampart/platform/events/relay.ts'
import { subscriptions } from '@rampart/platform/events/subscriptions.ts'
import type { Jobs } from '@rampart/platform/jobs/jobs.ts'
import { migrateJobs } from '@rampart/platform/jobs/migrate-jobs.ts'
import type { Log } from '@rampart/platform/log/log.ts'
import { type Assembly, assemble } from '@rampart/platform/module/assemble.ts'
import { startTestServer, testDatabase } from '@rampart/platform/testing/database.ts'
import { migrationSources } from '../../apps/server/boot/runtime.ts'
import { modules } from '../../apps/server/modules.ts'
import { fate, type Fate, mortalDb, mortalLink } from './mortal.ts'
import { ageProcesses } from './settle.ts'

/** The shop's real modules in this process, which can be made to die at any of their steps. */
export type MortalShop = {
  readonly doom: Fate
  /** Not mortal: for looking. */
  readonly db: Db
  readonly assembly: Assembly
  readonly variantId: string
  /** Hands over what is due. The one who hands over may die, too. */
  deliver(): Promise<void>
  /** Runs a module's schedule once. */
  runSchedule(module: string, name: string): Promise<void>
  /** Time goes by, and the processes that still live do their work, until nothing is under way. */
  liveOn(): Promise<void>
  close(): Promise<void>
}

const PIECES = 1_000_000
const ROUNDS = 40

const silent: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent }

/** Starts one on a database of its own. The bank's messages never arrive: everything is left to be found out. */
export async function openMortalShop(): Promise<MortalShop> {
  const server = await startTestServer()
  const database = await testDatabase(migrationSources, server.connection)
  const { db } = database
  await migrateJobs(db, silent)
  await db.run(
    sql`CREATE TABLE public.queued_jobs (id bigserial PRIMARY KEY, module text, name text, payload jsonb)`,
  )
  const dataDir = await mkdtemp(join(tmpdir(), 'rampart-mortal-'))
  const doom = fate()
  const mortal = mortalDb(db, doom)
  const registry = subscriptions()
  const assembly = assemble(modules, {
    db: mortal,
    keys: keyring(Buffer.alloc(32, 7)),
    settings: settingsOf(loadConfig({ DATA_DIR: dataDir })),
    log: silent,
    clock: () => new Date(),
    subscriptions: registry,
    jobsOf: queueOf,
    link: (target) => mortalLink(localLink(target), doom),
  })
  for (const parts of assembly.parts.values()) await parts.prepare?.()

  const jobContext = () => ({ call: backgroundContext(newId()), now: () => new Date(), attempt: 1 })

  async function deliver(): Promise<void> {
    const relay = startRelay({ db: mortal, registry, log: silent, pollMs: 20, leaseMs: 400, waitMs: () => 1 })
    let over = false
    try {
      await Promise.race([relay.drain(), untilDead(doom, () => over)])
    } finally {
      over = true
      await relay.stop()
    }
  }

  async function runSchedule(module: string, name: string): Promise<void> {
    const schedule = assembly.parts.get(module)?.schedules?.find((candidate) => candidate.name === name)
    if (schedule === undefined) throw new Error(`There is no schedule ${module}:${name}.`)
    await schedule.run(jobContext())
  }

  async function runJobs(): Promise<void> {
    const due = await db.many<{ id: number; module: string; name: string; payload: unknown }>(
      sql`SELECT id, module, name, payload FROM public.queued_jobs ORDER BY id`,
    )
    for (const { id, module, name, payload } of due) {
      if (name !== 'send-sandbox-webhook')
        await assembly.parts.get(module)?.jobs?.[name]?.(payload, jobContext())
      await db.run(sql`DELETE FROM public.queued_jobs WHERE id = ${id}`)
    }
  }

  async function liveOn(): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) {
      await db.run(sql`UPDATE platform_events.deliveries SET due_at = now()`)
      await deliver()
      await runJobs()
      const left = await underWay(db)
      if (left === 0) return
      await ageProcesses(db)
      await db.run(
        sql`UPDATE payments.refunds SET attempted_at = now() - interval '2 minutes' WHERE status = 'pending'`,
      )
      await runSchedule('payments', 'finish-refunds')
      await runSchedule('checkout', 'reconcile')
      await runSchedule('inventory', 'expire-reservations')
    }
    throw new Error(`Something stays under way: ${String(await underWay(db))}`)
  }

  return {
    doom,
    db,
    assembly,
    variantId: await stock(assembly, db),
    deliver,
    runSchedule,
    liveOn,
    close: async () => {
      await database.drop()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function queueOf(module: string): Jobs {
  return {
    add: async (tx, name, payload) => {
      await tx.run(sql`
        INSERT INTO public.queued_jobs (module, name, payload)
        VALUES (${module}, ${name}, ${JSON.stringify(payload ?? null)}::jsonb)`)
    },
  }
}

async function underWay(db: Db): Promise<number> {
  const { left } = await db.one<{ left: number }>(sql`
    SELECT ((SELECT count(*) FROM platform_events.deliveries) + (SELECT count(*) FROM public.queued_jobs)
      + (SELECT count(*) FROM checkout.processes WHERE state = 'open')
      + (SELECT count(*) FROM payments.refunds WHERE status = 'pending'))::int AS left`)
  return left
}

async function stock(assembly: Assembly, db: Db): Promise<string> {
  const shelves = client(catalog, assembly.linkTo('catalog'), 'cli')
  await shelves.importProducts(backgroundContext(newId()), {
    rows: [{ line: 1, name: 'Lamp', variants: [{ sku: 'LAMP', price: '25.00', quantity: PIECES }] }],
  })
  return (await db.one<{ id: string }>(sql`SELECT id FROM catalog.variants WHERE sku = 'LAMP'`)).id
}

async function untilDead(doom: Fate, isOver: () => boolean): Promise<void> {
  while (!doom.isDead() && !isOver()) await new Promise((resolve) => setTimeout(resolve, 5))
}
