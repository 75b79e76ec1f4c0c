import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OauthDeps } from './deps.ts'
import { findClientRow } from './store/clients.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A registered app; whatever is not spelt as an id is none. */
export const findClient =
  (deps: OauthDeps): Handler<Oauth, 'findClient'> =>
  async ({ client_id }) => {
    const row = UUID.test(client_id) ? await findClientRow(deps.db, client_id) : null
    if (row === null) return { client: null }
    const { name, kind, redirect_uris, post_logout_redirect_uris, scopes } = row
    return {
      client: {
        client_id: row.id,
        name,
        kind,
        redirect_uris: [...redirect_uris],
        post_logout_redirect_uris: [...post_logout_redirect_uris],
        scopes: [...scopes],
      },
    }
  }
