import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { clientFacts, clientView } from './client-view.ts'
import type { OauthDeps } from './deps.ts'
import { readClientFields } from './read-client-fields.ts'
import { lockClient, updateClientRow } from './store/clients.ts'

/** Changes an app; its kind stays, since a secret cannot be made public or the other way round. */
export const updateClient =
  (deps: OauthDeps): Handler<Oauth, 'updateClient'> =>
  async (input, context) =>
    await deps.db.tx(async (tx) => {
      const before = await lockClient(tx, input.client_id)
      if (before === null) throw context.fail('NOT_FOUND')
      const fields = readClientFields(input, before.kind, context)
      const after = await updateClientRow(tx, input.client_id, fields, context.now())
      if (after === null) throw context.fail('NOT_FOUND')
      await deps.audit.record(tx, context, {
        action: 'oauth.client-updated',
        subject_type: 'app',
        subject_id: after.id,
        before: clientFacts(before),
        after: clientFacts(after),
      })
      return clientView(after)
    })
