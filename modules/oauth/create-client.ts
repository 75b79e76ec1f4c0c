import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import { clientFacts, clientView } from './client-view.ts'
import type { OauthDeps } from './deps.ts'
import { readClientFields } from './read-client-fields.ts'
import { insertClient } from './store/clients.ts'

/** Registers an app. Its secret leaves in this answer alone. */
export const createClient =
  (deps: OauthDeps): Handler<Oauth, 'createClient'> =>
  async (input, context) => {
    const fields = readClientFields(input, input.kind, context)
    const secret = input.kind === 'web' ? randomToken() : null
    return await deps.db.tx(async (tx) => {
      const hash = secret === null ? null : hashToken(secret)
      const row = await insertClient(tx, newId(), input.kind, fields, hash, context.now())
      await deps.audit.record(tx, context, {
        action: 'oauth.client-created',
        subject_type: 'app',
        subject_id: row.id,
        after: clientFacts(row),
      })
      return { client: clientView(row), client_secret: secret }
    })
  }
