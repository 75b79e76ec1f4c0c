import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { MediaDeps } from './deps.ts'
import { renderAvif } from './render-picture.ts'
import type { StoredBytes } from './storage/storage.ts'
import { inTurn } from './store-picture.ts'
import { findWithoutAvif, noteAvif, type PictureRow } from './store/pictures.ts'

const BATCH = 20
/** Milliseconds of one run: uploads wait behind no more than one picture of it. */
const RUN_MS = 20_000

/**
 * Renders pictures of earlier versions as AVIF, from the WebP that is kept at each width. Each is noted when it is done, so
 * that the next run goes on where this one ended, however it ended.
 */
export const addAvif =
  (deps: MediaDeps) =>
  async ({ now }: JobContext): Promise<void> => {
    const until = now().getTime() + RUN_MS
    for (;;) {
      const pictures = await findWithoutAvif(deps.db, BATCH)
      for (const picture of pictures) {
        if (now().getTime() >= until) return
        const made = await inTurn(() => avifOf(deps, picture))
        // Too many uploads wait: they come first.
        if (made === undefined) return
        if (made.length > 0) await deps.storage.add('media', picture.id, made)
        await noteAvif(deps.db, picture.id)
      }
      if (pictures.length < BATCH) return
    }
  }

/** What is missing of a picture. What cannot be read any more is left as it is. */
async function avifOf({ storage, log }: MediaDeps, { id, widths }: PictureRow): Promise<StoredBytes[]> {
  const made: StoredBytes[] = []
  for (const width of widths) {
    const name = `${String(width)}.avif`
    if ((await storage.read('media', id, name, { from: 0, length: 1 })) !== null) continue
    const webp = await storage.read('media', id, `${String(width)}.webp`)
    const bytes = webp === null ? null : await renderAvif(webp)
    if (bytes === null) log.warn('a picture cannot be rendered as AVIF', { picture_id: id, width })
    else made.push({ name, bytes })
  }
  return made
}
