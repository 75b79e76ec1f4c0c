import type { MigrationSource } from '../db/migrate.ts'

/** The tables of schedules and runners, for the list of migrations. The job queue's own: `migrateJobs`. */
export const jobMigrations: MigrationSource = {
  module: 'platform_jobs',
  directory: new URL('./migrations/', import.meta.url),
}
