import type { PgConnection } from '@rampart/platform/db/db.ts'

/** What the supervisor tells a process that serves. */
export type ToWorker = { readonly kind: 'serve'; readonly connection: PgConnection; readonly first: boolean }

/** What a process that serves tells its supervisor. */
export type ToSupervisor =
  | { readonly kind: 'ready'; readonly setup_token: string | null }
  | { readonly kind: 'failed'; readonly reason: string }
