import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { deviceName } from '../sign-in/device-name.ts'
import { signedIn } from '../signed-in.ts'
import { listRememberedDevices } from '../store/devices.ts'

/** The devices that stand in for the second factor of whoever is signed in. */
export const listDevices =
  (deps: IdentityDeps): Handler<Identity, 'listDevices'> =>
  async (_input, context) => {
    const devices = await listRememberedDevices(deps.db, signedIn(context).id, context.now())
    const own = context.device_token === null ? null : hashToken(context.device_token)
    return {
      items: devices.map(({ user_agent, token_hash, ...device }) => ({
        ...device,
        device: deviceName(user_agent),
        current: own?.equals(token_hash) === true,
      })),
    }
  }
