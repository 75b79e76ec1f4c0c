import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { findOpenSessions } from '../store/sessions.ts'
import { sessionView } from './session-view.ts'

/** Where the account is signed in, the session that asks in front. */
export const listSessions =
  (deps: IdentityDeps): Handler<Identity, 'listSessions'> =>
  async (_input, context) => {
    const { id, session_id } = signedIn(context)
    const rows = await findOpenSessions(deps.db, id, context.now())
    const items = rows.map((row) => ({ ...sessionView(row), current: row.id === session_id }))
    return { items: items.sort((left, right) => Number(right.current) - Number(left.current)) }
  }
