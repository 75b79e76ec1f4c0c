import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { IdentityDeps } from '../deps.ts'
import { sessionView } from '../sessions/session-view.ts'
import { findFactors } from '../store/factors.ts'
import { findOpenSessions } from '../store/sessions.ts'
import { findUser } from '../store/users.ts'

/** An account as staff see it. @throws NOT_FOUND */
export async function userView(deps: IdentityDeps, context: HandlerContext, id: string) {
  const now = context.now()
  const user = await findUser(deps.db, id, now)
  if (user === null) throw context.fail('NOT_FOUND')
  const factors = await findFactors(deps.db, id)
  const sessions = await findOpenSessions(deps.db, id, now)
  const { email, full_name, username, role, status, second_factor, created_at, last_seen_at, language } = user
  return {
    id,
    email,
    full_name,
    username,
    role,
    status,
    second_factor,
    created_at,
    last_seen_at,
    language,
    avatar_url: null,
    lock:
      user.locked_at === null || user.lock_reason === null
        ? null
        : { locked_at: user.locked_at, locked_by: user.locked_by, reason: user.lock_reason },
    password:
      user.password_changed_at === null
        ? null
        : { changed_at: user.password_changed_at, disabled_at: user.password_disabled_at },
    factors: { ...factors },
    remembered_devices: user.remembered_devices,
    sessions: sessions.map(sessionView),
    role_request:
      user.request_id === null || user.requested_role === null || user.requested_at === null
        ? null
        : { id: user.request_id, role: user.requested_role, requested_at: user.requested_at },
  }
}
