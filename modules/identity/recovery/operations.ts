import type { IdentityDeps } from '../deps.ts'
import { allowRecovery } from './allow-recovery.ts'
import { changePassword } from './change-password.ts'
import { forgotPassword } from './forgot-password.ts'
import { recoverStaff } from './recover-staff.ts'
import { resetPassword } from './reset-password.ts'
import { resetStaffPassword } from './reset-staff-password.ts'
import { verifyResetCode } from './verify-reset-code.ts'

/** Ways back in for those who lost their password, and setting another one. */
export const recoveryOperations = (deps: IdentityDeps) => ({
  forgotPassword: forgotPassword(deps, 'shop'),
  verifyResetCode: verifyResetCode(deps, 'shop'),
  resetPassword: resetPassword(deps),
  forgotStaffPassword: forgotPassword(deps, 'staff'),
  verifyStaffResetCode: verifyResetCode(deps, 'staff'),
  resetStaffPassword: resetStaffPassword(deps),
  allowRecovery: allowRecovery(deps),
  recoverStaff: recoverStaff(deps),
  changePassword: changePassword(deps),
})
