import type { IdentityDeps } from '../deps.ts'
import { cancelEmailChange } from './cancel-email-change.ts'
import { confirmEmailChange } from './confirm-email-change.ts'
import { getEmailChange } from './get-email-change.ts'
import { getMe } from './get-me.ts'
import { removeAvatar } from './remove-avatar.ts'
import { requestEmailChange } from './request-email-change.ts'
import { setAvatar } from './set-avatar.ts'
import { updateMe } from './update-me.ts'

/** What people see and change of their own account. */
export const profileOperations = (deps: IdentityDeps) => ({
  getMe: getMe(deps),
  updateMe: updateMe(deps),
  setAvatar: setAvatar(deps),
  removeAvatar: removeAvatar(deps),
  getEmailChange: getEmailChange(deps),
  requestEmailChange: requestEmailChange(deps),
  confirmEmailChange: confirmEmailChange(deps),
  cancelEmailChange: cancelEmailChange(deps),
})
