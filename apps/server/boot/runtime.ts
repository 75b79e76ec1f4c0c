import { settingsOf } from '@rampart/platform/config/settings-of.ts'
import type { Config } from '@rampart/platform/config/config.ts'
import type { Keyring } from '@rampart/platform/crypto/keys.ts'
import { type Db, openDb, type PgConnection } from '@rampart/platform/db/db.ts'
import { migrate, type MigrationSource } from '@rampart/platform/db/migrate.ts'
import { eventMigrations } from '@rampart/platform/events/migration-source.ts'
import { type Subscriptions, subscriptions } from '@rampart/platform/events/subscriptions.ts'
import { httpMigrations } from '@rampart/platform/http/migration-source.ts'
import { createJobs } from '@rampart/platform/jobs/create-jobs.ts'
import { jobMigrations } from '@rampart/platform/jobs/migration-source.ts'
import { migrateJobs } from '@rampart/platform/jobs/migrate-jobs.ts'
import { limitMigrations } from '@rampart/platform/limits/migration-source.ts'
import type { Log } from '@rampart/platform/log/log.ts'
import { assemble, type Assembly } from '@rampart/platform/module/assemble.ts'
import { forgettingLink } from '../guard/forgetting-link.ts'
import { openGuard } from '../guard/open-guard.ts'
import type { ShopGuard } from '../guard/shop-guard.ts'
import { modules } from '../modules.ts'

/** The modules tied together over a database: what the server, the command line and tests run on. */
export type Runtime = {
  readonly db: Db
  readonly assembly: Assembly
  /** Decides about calls from outside, by policies. */
  readonly guard: ShopGuard
  readonly registry: Subscriptions
  readonly config: Config
  readonly keys: Keyring
  readonly log: Log
  close(): Promise<void>
}

export type RuntimeOptions = {
  readonly config: Config
  readonly keys: Keyring
  readonly connection: PgConnection
  readonly log: Log
  readonly name: string
  /** Database connections at most. */
  readonly poolSize?: number
}

/** Every folder of migrations, the platform's first. */
export const migrationSources: readonly MigrationSource[] = [
  eventMigrations,
  jobMigrations,
  httpMigrations,
  limitMigrations,
  ...modules.map((module) => ({ module: module.contract.name, directory: module.migrations })),
]

/** Opens the database and makes the modules. Nothing runs by itself yet. */
export function openRuntime(options: RuntimeOptions): Runtime {
  const { config, keys, log } = options
  const db = openDb({
    connection: options.connection,
    max: options.poolSize ?? 20,
    application_name: options.name,
    log: (event) => log.debug('database', { ...event }),
  })
  const registry = subscriptions()
  const settings = settingsOf(config)
  const guard = openGuard({ modules, db, registry, settings, log, linkTo: (name) => assembly.linkTo(name) })
  const assembly = assemble(modules, {
    db,
    keys,
    settings,
    log,
    clock: () => new Date(),
    subscriptions: registry,
    jobsOf: createJobs,
    guard,
    link: (target) => forgettingLink(target, guard),
  })
  const close = async (): Promise<void> => {
    guard.stop()
    await db.close()
  }
  return { db, assembly, guard, registry, config, keys, log, close }
}

/** Brings the schema up to date and lets each module prepare itself. Safe in several processes at once. */
export async function prepareRuntime(runtime: Runtime): Promise<void> {
  const { applied } = await migrate(runtime.db, migrationSources)
  if (applied.length > 0) runtime.log.info('database brought up to date', { migrations: applied.length })
  await migrateJobs(runtime.db, runtime.log)
  for (const parts of runtime.assembly.parts.values()) await parts.prepare?.()
}
