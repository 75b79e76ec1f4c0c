import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from '../deps.ts'
import { type FileFilter, findFiles } from '../store/files.ts'
import { viewFile } from './file-view.ts'
import { type Reach, reachOf } from './reach.ts'

type Paging = { readonly page: number; readonly page_size: number }

/** What a caller may see: their own and public files, or everybody's. */
export const listFiles =
  (deps: MediaDeps): Handler<Media, 'listFiles'> =>
  ({ page, page_size, ...filter }, context) =>
    listPage(deps, reachOf(context), { own: false, ...filter }, { page, page_size })

/** What a caller has uploaded. */
export const listMyFiles =
  (deps: MediaDeps): Handler<Media, 'listMyFiles'> =>
  (paging, context) =>
    listPage(deps, reachOf(context), { own: true }, paging)

async function listPage({ db }: MediaDeps, reach: Reach, filter: FileFilter, { page, page_size }: Paging) {
  const range = { limit: page_size, offset: (page - 1) * page_size }
  const { rows, total } = await findFiles(db, { reach, filter, ...range })
  return { items: rows.map((row) => viewFile(row, reach)), page, page_size, total }
}
