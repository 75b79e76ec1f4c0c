import { createHmac } from 'node:crypto'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { networkOf } from '../domain/network-of.ts'
import { areDevicesKnown } from '../store/devices.ts'
import type { SignInKind } from './sign-in-kind.ts'

/** How devices are told apart: by the hash of a secret, or of what a program shows of itself. */
export type DeviceMarks = {
  /** The hash of the device's own secret. It alone may stand in for anything. */
  readonly token: Buffer
  /** Programs often keep no secret and are given a new one each time: their name and network tell them apart. */
  readonly program: Buffer | null
}

/** The marks of the device that calls; null where nothing asked for one. */
export function deviceMarks(
  deps: IdentityDeps,
  { scheme }: SignInKind,
  context: CallContext,
): DeviceMarks | null {
  if (context.device_token === null) return null
  const token = hashToken(context.device_token)
  if (scheme === 'browser') return { token, program: null }
  const shown = JSON.stringify([context.user_agent, context.ip === null ? null : networkOf(context.ip)])
  const key = deps.keys.derive('identity:program-device')
  return { token, program: createHmac('sha256', key).update(shown).digest() }
}

/** Whether an account that has devices was never signed in to with this one. */
export async function isNewDevice(q: Queryable, accountId: string, marks: DeviceMarks): Promise<boolean> {
  const hashes = marks.program === null ? [marks.token] : [marks.token, marks.program]
  const { known, others } = await areDevicesKnown(q, accountId, hashes)
  return !known && others
}
