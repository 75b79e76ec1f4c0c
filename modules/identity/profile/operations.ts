import type { IdentityDeps } from '../deps.ts'
import { getMe } from './get-me.ts'
import { updateMe } from './update-me.ts'

/** What people see and change of their own account. */
export const profileOperations = (deps: IdentityDeps) => ({
  getMe: getMe(deps),
  updateMe: updateMe(deps),
})
