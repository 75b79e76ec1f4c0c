import type { IdentityDeps } from '../deps.ts'
import { forgetAllDevices, forgetDevice } from '../devices/forget-device.ts'
import { listDevices } from '../devices/list-devices.ts'
import { verifyMfa } from '../mfa/verify-mfa.ts'
import { confirmTotp } from './confirm-totp.ts'
import { disableTotp } from './disable-totp.ts'
import { enrolTotp } from './enrol-totp.ts'
import { getFactors } from './get-factors.ts'
import { regenerateBackupCodes } from './regenerate-backup-codes.ts'
import { setUpTotp } from './set-up-totp.ts'

/** Authenticator apps, backup codes, the second step of signing in, and devices that may skip it. */
export const totpOperations = (deps: IdentityDeps) => ({
  setUpTotp: setUpTotp(deps),
  confirmTotp: confirmTotp(deps),
  disableTotp: disableTotp(deps),
  regenerateBackupCodes: regenerateBackupCodes(deps),
  getFactors: getFactors(deps),
  enrolTotp: enrolTotp(deps),
  verifyMfa: verifyMfa(deps),
  listDevices: listDevices(deps),
  forgetDevice: forgetDevice(deps),
  forgetAllDevices: forgetAllDevices(deps),
})
