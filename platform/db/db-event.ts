/** What happened to the connections, for the log. `error` may hold SQL: log its code and message, not its detail. */
export type DbEvent =
  | { kind: 'connection-lost'; error: unknown }
  | { kind: 'transaction-retried'; attempt: number; error: unknown }
  | { kind: 'after-commit-failed'; error: unknown }
  | { kind: 'listener-lost'; error: unknown }
  | { kind: 'listener-restored' }
  | { kind: 'listener-failed'; channel: string; error: unknown }

export type DbLog = (event: DbEvent) => void
