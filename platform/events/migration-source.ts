import type { MigrationSource } from '../db/migrate.ts'

/** The tables of the outbox, for the list of migrations. */
export const eventMigrations: MigrationSource = {
  module: 'platform_events',
  directory: new URL('./migrations/', import.meta.url),
}
