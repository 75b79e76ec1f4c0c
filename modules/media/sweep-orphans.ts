import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { MediaDeps } from './deps.ts'
import type { Area } from './storage/storage.ts'
import { knownFiles } from './store/files.ts'
import { knownPictures } from './store/pictures.ts'

const DAY_MS = 86_400_000
const BATCH = 500
const FOLDER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const BUILDING = '.building-'

/** Removes files whose row was never written, because the process ended in between. */
export const sweepOrphans =
  (deps: MediaDeps) =>
  async ({ now }: JobContext): Promise<void> => {
    const yesterday = new Date(now().getTime() - DAY_MS)
    await sweep(deps, 'media', yesterday, (ids) => knownPictures(deps.db, ids))
    await sweep(deps, 'files', yesterday, (ids) => knownFiles(deps.db, ids))
  }

async function sweep(
  { storage }: MediaDeps,
  area: Area,
  before: Date,
  knownOf: (ids: readonly string[]) => Promise<string[]>,
): Promise<void> {
  const old = await storage.olderThan(area, before)
  for (const name of old) if (name.startsWith(BUILDING)) await storage.remove(area, name)
  const folders = old.filter((name) => FOLDER.test(name))
  for (let start = 0; start < folders.length; start += BATCH) {
    const batch = folders.slice(start, start + BATCH)
    const known = new Set(await knownOf(batch))
    for (const id of batch) if (!known.has(id)) await storage.remove(area, id)
  }
}
