import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from '../deps.ts'
import { findFilesOf, lockAny } from '../store/files.ts'
import { removeRow } from './delete-file.ts'
import { discard } from './keep-file.ts'

/** Throws away what a customer has uploaded, for whatever. Avatars go with the account. */
export const erasePersonalData =
  (deps: MediaDeps): Handler<Media, 'erasePersonalData'> =>
  async ({ account_id }, context) => {
    for (const { id } of await findFilesOf(deps.db, account_id)) {
      await deps.db.tx(async (tx) => {
        const row = await lockAny(tx, id, account_id)
        if (row !== null) await removeRow(deps, tx, context, row)
      })
      await discard(deps, id)
    }
    return null
  }
