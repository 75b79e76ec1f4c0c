import type { IdentityDeps } from '../deps.ts'
import { authenticate } from './authenticate.ts'
import { getJwks } from './get-jwks.ts'
import { logout } from './logout.ts'
import { logoutAll } from './logout-all.ts'
import { refresh } from './refresh.ts'

/** Sessions and tokens. */
export const sessionOperations = (deps: IdentityDeps) => ({
  refresh: refresh(deps),
  logout: logout(deps),
  logoutAll: logoutAll(deps),
  authenticate: authenticate(deps),
  getJwks: getJwks(deps),
})
