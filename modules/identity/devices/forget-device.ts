import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { forgetDevice as forget, forgetDevices } from '../store/devices.ts'

/** Asks one device for the second factor again. */
export const forgetDevice =
  (deps: IdentityDeps): Handler<Identity, 'forgetDevice'> =>
  async ({ device_id }, context) => {
    const { id } = signedIn(context)
    await deps.db.tx(async (tx) => {
      if (!(await forget(tx, id, device_id, context.now()))) throw context.fail('NOT_FOUND')
      await deps.audit.record(tx, context, {
        action: 'authn_device_forgotten',
        subject_type: 'account',
        subject_id: id,
        after: { device_id },
      })
    })
    return null
  }

/** Asks every device for the second factor again. */
export const forgetAllDevices =
  (deps: IdentityDeps): Handler<Identity, 'forgetAllDevices'> =>
  async (_input, context) => {
    const { id } = signedIn(context)
    await deps.db.tx(async (tx) => {
      const devices = await forgetDevices(tx, id, context.now())
      if (devices === 0) return
      await deps.audit.record(tx, context, {
        action: 'authn_device_forgotten',
        subject_type: 'account',
        subject_id: id,
        after: { devices },
      })
    })
    return null
  }
