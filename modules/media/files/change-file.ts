import type { Tx } from '@rampart/platform/db/db.ts'
import type { MediaDeps } from '../deps.ts'
import { isShown } from '../domain/file-rules.ts'
import type { RenderedPicture } from '../render-picture.ts'
import { renderInTurn } from '../store-picture.ts'
import type { FileRow } from '../store/files.ts'
import { deletePicture, describePicture } from '../store/pictures.ts'
import { CONTENT } from './keep-file.ts'
import { showPicture } from './show-picture.ts'

/** `gone`: there is no such file any more. `busy`: try again; too much waits, or somebody else was changing it. */
export type Changed = FileRow | 'gone' | 'busy'

/**
 * Changes a file, and with it what everybody sees: renditions are there before the row says so, and go after it no longer
 * does. `apply` locks the row, changes it and answers it as it is then, or null when it is gone.
 */
export async function changeFile(
  deps: MediaDeps,
  before: FileRow,
  expected: Pick<FileRow, 'visibility' | 'status' | 'verified_at'>,
  apply: (tx: Tx) => Promise<FileRow | null>,
): Promise<Changed> {
  const { id } = before
  const shows = isShown({ ...before, ...expected })
  const rendered = shows && !isShown(before) && before.width !== null ? await renderKept(deps, id) : null
  if (rendered === 'gone' || rendered === 'busy') return rendered
  const after = await deps.db
    .tx(async (tx) => {
      const row = await apply(tx)
      if (row === null) return 'gone'
      if (isShown(row) !== shows) throw new ChangedMeanwhile()
      if (rendered !== null) await showPicture(tx, row, rendered)
      else if (shows) await describePicture(tx, id, row.alt)
      else await deletePicture(tx, id)
      if (!shows && isShown(before) && row.width !== null)
        await deps.outbox.add(tx, 'media.picture-removed.v1', { picture_id: id })
      return row
    })
    .catch((error: unknown) => {
      if (error instanceof ChangedMeanwhile) return 'busy' as const
      throw error
    })
  if (typeof after !== 'string' && !shows && isShown(before)) {
    deps.hot.drop(id)
    await deps.storage.remove('media', id)
  }
  return after
}

class ChangedMeanwhile extends Error {}

async function renderKept(deps: MediaDeps, id: string): Promise<RenderedPicture | 'gone' | 'busy'> {
  const bytes = await deps.storage.read('files', id, CONTENT)
  if (bytes === null) return 'gone'
  const rendered = await renderInTurn(bytes)
  if (rendered === undefined) return 'busy'
  if (rendered.kind !== 'rendered') throw new Error('A picture that was kept cannot be read any more.')
  await deps.storage.put('media', id, rendered.files)
  return rendered
}
