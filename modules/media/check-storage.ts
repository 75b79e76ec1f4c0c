import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from './deps.ts'

/** Finds out where files are kept, and whether they can be. */
export const checkStorage =
  ({ storage }: MediaDeps): Handler<Media, 'checkStorage'> =>
  () =>
    storage.probe()
