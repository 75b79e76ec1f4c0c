import type { Listener } from '@rampart/platform/events/listener.ts'
import type { OauthDeps } from './deps.ts'
import { endGrantsOf } from './end-grants-of.ts'

/** Everything that acts for an account ends with its sessions: apps have to ask anew. */
export const onSessionsEnded =
  (deps: OauthDeps): Listener<{ readonly account_id: string }> =>
  async ({ payload }, { call, once }) => {
    await once((tx) => endGrantsOf(deps, tx, call, payload.account_id))
  }
