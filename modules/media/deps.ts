import type { Media } from '@rampart/contracts/media.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

export type MediaDeps = Deps<Media>
