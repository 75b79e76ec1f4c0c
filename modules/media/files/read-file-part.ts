import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from '../deps.ts'
import { findFile } from '../store/files.ts'
import { CONTENT } from './keep-file.ts'
import { reachOf } from './reach.ts'

/** Some bytes of a file, for who may still have it. */
export const readFilePart =
  (deps: MediaDeps): Handler<Media, 'readFilePart'> =>
  async ({ file_id, from, length }, context) => {
    const row = await findFile(deps.db, file_id, reachOf(context))
    if (row === null || row.status !== 'clean') throw context.fail('NOT_FOUND')
    const bytes = await deps.storage.read('files', file_id, CONTENT, { from, length })
    if (bytes === null) throw context.fail('NOT_FOUND')
    return { bytes }
  }
