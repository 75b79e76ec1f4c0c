import type { Access } from '@rampart/contracts/access.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

/** What the use cases of this module are handed. */
export type AccessDeps = Deps<Access>
