import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from '../deps.ts'
import { findFile } from '../store/files.ts'
import { reachOf } from './reach.ts'

/** Finds a file for who may have it; its bytes are read part by part. In quarantine, nobody may, not even its owner. */
export const downloadFile =
  (deps: MediaDeps): Handler<Media, 'downloadFile'> =>
  async ({ file_id }, context) => {
    const row = await findFile(deps.db, file_id, reachOf(context))
    if (row === null) throw context.fail('NOT_FOUND')
    if (row.status !== 'clean') throw context.fail('MEDIA_IN_QUARANTINE')
    const { content_type, name, size, sha256 } = row
    return { content_type, name, size, etag: `"${sha256.slice(0, 32)}"`, place: { file_id } }
  }
