import type { PgConnection } from '../db/connection.ts'

declare module 'vitest' {
  /** What the global setup hands to every test file; read with `inject`. */
  export interface ProvidedContext {
    database: PgConnection
    /** The address of an OpenSearch; not there in projects that have none. */
    opensearch?: string
  }
}
