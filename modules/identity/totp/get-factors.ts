import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { listRememberedDevices } from '../store/devices.ts'
import { findFactors } from '../store/factors.ts'
import { findTotp } from '../store/totp.ts'

/** The second factors of whoever is signed in. */
export const getFactors =
  (deps: IdentityDeps): Handler<Identity, 'getFactors'> =>
  async (_input, context) => {
    const { id } = signedIn(context)
    const [factors, totp, devices] = await Promise.all([
      findFactors(deps.db, id),
      findTotp(deps.db, id),
      listRememberedDevices(deps.db, id, context.now()),
    ])
    return {
      totp: factors.totp,
      confirmed_at: totp?.confirmed_at ?? null,
      backup_codes_left: factors.backup_codes,
      passkeys: factors.passkeys,
      remembered_devices: devices.length,
    }
  }
