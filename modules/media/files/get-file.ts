import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from '../deps.ts'
import { findFile } from '../store/files.ts'
import { viewFile } from './file-view.ts'
import { reachOf } from './reach.ts'

/** Tells what is known about a file. */
export const getFile =
  (deps: MediaDeps): Handler<Media, 'getFile'> =>
  async ({ file_id }, context) => {
    const reach = reachOf(context)
    const row = await findFile(deps.db, file_id, reach)
    if (row === null) throw context.fail('NOT_FOUND')
    return viewFile(row, reach)
  }
