import { runMigrations } from 'graphile-worker'
import type { Db } from '../db/db.ts'
import type { Log } from '../log/log.ts'
import { workerLog } from './worker-log.ts'

/** Brings the schema `graphile_worker` up to date. Safe in several processes at once. */
export async function migrateJobs(db: Db, log: Log): Promise<void> {
  await runMigrations({ pgPool: db.pool, logger: workerLog(log) })
}
