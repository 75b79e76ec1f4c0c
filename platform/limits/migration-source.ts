import type { MigrationSource } from '../db/migrate.ts'

/** The table of counts, for the list of migrations. */
export const limitMigrations: MigrationSource = {
  module: 'platform_limits',
  directory: new URL('./migrations/', import.meta.url),
}
