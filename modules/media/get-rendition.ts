import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from './deps.ts'
import { knownPictures } from './store/pictures.ts'

/** Serves a picture at one of its widths. What an address answers with never changes. */
export const getRendition =
  (deps: MediaDeps): Handler<Media, 'getRendition'> =>
  async ({ picture_id, width, format }, context) => {
    // Pictures of earlier days are there as WebP alone, which every browser takes for what it asked for.
    for (const kind of format === 'avif' ? (['avif', 'webp'] as const) : (['webp'] as const)) {
      const name = `${width}.${kind}`
      const bytes = deps.hot.get(picture_id, name) ?? (await readShown(deps, picture_id, name))
      if (bytes === null) continue
      deps.hot.put(picture_id, name, bytes)
      const tag = kind === 'webp' ? `${picture_id}-${width}` : `${picture_id}-${width}-${kind}`
      return { content_type: `image/${kind}`, bytes, etag: `"${tag}"` }
    }
    throw context.fail('NOT_FOUND')
  }

/** What lies in the folder counts only with its row: it may not be meant for everybody yet, or any more. */
async function readShown(
  { db, storage }: MediaDeps,
  id: string,
  name: string,
): Promise<Buffer<ArrayBuffer> | null> {
  return (await knownPictures(db, [id])).length === 0 ? null : storage.read('media', id, name)
}
