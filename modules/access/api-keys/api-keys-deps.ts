import type { HeardCache } from '@rampart/platform/cache/heard-cache.ts'
import type { AccessDeps } from '../deps.ts'
import type { ApiKeyRow } from '../store/api-keys.ts'

/** A key and the role of the account it acts for. `noted` is when its last use was written down. */
export type KnownKey = { readonly row: ApiKeyRow; readonly role: string; noted: number }

/** What these use cases are handed beside what all of the module are. */
export type ApiKeysDeps = AccessDeps & { readonly knownKeys: HeardCache<KnownKey> }
