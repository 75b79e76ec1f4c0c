import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { MediaDeps } from './deps.ts'
import { foldersOlderThan, removeRenditions } from './store/picture-files.ts'
import { findPictures } from './store/pictures.ts'

const DAY_MS = 86_400_000
const BATCH = 500

/** Removes files whose row was never written, because the process ended in between. */
export const sweepOrphans =
  (deps: MediaDeps) =>
  async ({ now }: JobContext): Promise<void> => {
    const yesterday = new Date(now().getTime() - DAY_MS)
    const { pictures, building } = await foldersOlderThan(deps.settings.data_dir, yesterday)
    for (const folder of building) await removeRenditions(deps.settings.data_dir, folder)
    for (let start = 0; start < pictures.length; start += BATCH) {
      const batch = pictures.slice(start, start + BATCH)
      const known = new Set((await findPictures(deps.db, batch, null)).map((row) => row.id))
      for (const id of batch) if (!known.has(id)) await removeRenditions(deps.settings.data_dir, id)
    }
  }
