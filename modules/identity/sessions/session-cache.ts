import type { HeardCache } from '@rampart/platform/cache/heard-cache.ts'
import type { SessionRow } from '../store/sessions.ts'

/** What this process knows of sessions. */
export type SessionCache = HeardCache<SessionRow>
