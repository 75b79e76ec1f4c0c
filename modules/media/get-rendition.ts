import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from './deps.ts'
import { hotRenditions } from './hot-renditions.ts'
import { readRendition } from './store/picture-files.ts'

const CACHE_BYTES = 16 * 1024 * 1024

/** Serves a picture at one of its widths. What an address answers with never changes. */
export const getRendition = (deps: MediaDeps): Handler<Media, 'getRendition'> => {
  const hot = hotRenditions(CACHE_BYTES)
  return async ({ picture_id, width }, context) => {
    const key = `${picture_id.toLowerCase()}-${width}`
    const bytes = hot.get(key) ?? (await readRendition(deps.settings.data_dir, picture_id, width))
    if (bytes === null) throw context.fail('NOT_FOUND')
    hot.put(key, bytes)
    return { content_type: 'image/webp', bytes, etag: `"${key}"` }
  }
}
