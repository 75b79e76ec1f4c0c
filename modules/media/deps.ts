import type { Media } from '@rampart/contracts/media.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'
import type { HotRenditions } from './hot-renditions.ts'
import type { Scan } from './scan/scan.ts'
import type { Storage } from './storage/storage.ts'

export type MediaDeps = Deps<Media> & {
  readonly storage: Storage
  /** null: no scanner is configured. */
  readonly scan: Scan | null
  readonly hot: HotRenditions
}
