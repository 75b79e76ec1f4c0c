import { silentLog } from '../../log/create-log.ts'
import type { Log } from '../../log/log.ts'
import { testDatabase, type TestDatabase } from '../../testing/database.ts'
import { migrateJobs } from '../migrate-jobs.ts'
import { jobMigrations } from '../migration-source.ts'

/** A database with the queue and the schedules. */
export async function openJobs(): Promise<TestDatabase> {
  const database = await testDatabase([jobMigrations])
  await migrateJobs(database.db, silentLog)
  return database
}

export type Line = { readonly level: string; readonly message: string; readonly fields: unknown }

/** A log that keeps its warnings and errors. */
export function keptLog(): { log: Log; lines: Line[] } {
  const lines: Line[] = []
  const at = (level: string) => (message: string, fields?: unknown) =>
    void lines.push({ level, message, fields })
  const log: Log = { ...silentLog, warn: at('warn'), error: at('error'), child: () => log }
  return { log, lines }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
