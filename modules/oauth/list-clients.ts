import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { clientView } from './client-view.ts'
import type { OauthDeps } from './deps.ts'
import { findClients } from './store/clients.ts'

/** Every registered app. There are a handful: no pages. */
export const listClients =
  (deps: OauthDeps): Handler<Oauth, 'listClients'> =>
  async () => ({ items: (await findClients(deps.db)).map(clientView) })
