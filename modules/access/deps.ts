import type { Access } from '@rampart/contracts/access.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { HeardCache } from '@rampart/platform/cache/heard-cache.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'
import type { Standing } from './domain/standing.ts'

/** What the use cases of this module are handed: the platform's parts and the module's own. */
export type AccessDeps = Deps<Access, { identity: Identity; audit: Audit }> & {
  /** What this process knows of people, by the role and id of their account. */
  readonly standings: HeardCache<Standing & { readonly gives: readonly string[] }>
}
