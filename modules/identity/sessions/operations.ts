import type { IdentityDeps } from '../deps.ts'
import { authenticate } from './authenticate.ts'
import { endOtherSessions } from './end-other-sessions.ts'
import { endSession } from './end-session.ts'
import { getJwks } from './get-jwks.ts'
import { listSessions } from './list-sessions.ts'
import { logout } from './logout.ts'
import { logoutAll } from './logout-all.ts'
import { refresh } from './refresh.ts'
import { rotateKeys } from './rotate-keys.ts'

/** Sessions and tokens. */
export const sessionOperations = (deps: IdentityDeps) => ({
  refresh: refresh(deps),
  logout: logout(deps),
  logoutAll: logoutAll(deps),
  listSessions: listSessions(deps),
  endSession: endSession(deps),
  endOtherSessions: endOtherSessions(deps),
  authenticate: authenticate(deps),
  getJwks: getJwks(deps),
  rotateKeys: rotateKeys(deps),
})
