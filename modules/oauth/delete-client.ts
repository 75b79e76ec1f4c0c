import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { clientFacts } from './client-view.ts'
import type { OauthDeps } from './deps.ts'
import { deleteClientRow, lockClient } from './store/clients.ts'

/** Removes an app; grants and tokens go with its row. */
export const deleteClient =
  (deps: OauthDeps): Handler<Oauth, 'deleteClient'> =>
  async ({ client_id }, context) => {
    await deps.db.tx(async (tx) => {
      const row = await lockClient(tx, client_id)
      if (row === null) throw context.fail('NOT_FOUND')
      await deleteClientRow(tx, client_id)
      await deps.audit.record(tx, context, {
        action: 'oauth.client-deleted',
        subject_type: 'app',
        subject_id: row.id,
        before: { ...clientFacts(row), connections: row.connections },
      })
    })
    return null
  }
