import type { MigrationSource } from '../db/migrate.ts'

/** The table of idempotency keys, for the list of migrations. */
export const httpMigrations: MigrationSource = {
  module: 'platform_http',
  directory: new URL('./migrations/', import.meta.url),
}
