import { createHmac } from 'node:crypto'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { networkOf } from '../domain/network-of.ts'
import { findDevice } from '../store/devices.ts'
import type { SignInKind } from './sign-in-kind.ts'

/** How devices are told apart: by the hash of a secret, or of what a program shows of itself. */
type DeviceMarks = {
  /** The hash of the device's own secret. It alone may stand in for anything. */
  readonly token: Buffer
  /** Programs often keep no secret and are given a new one each time: their name and network tell them apart. */
  readonly program: Buffer | null
}

/** What an account knows of the device that calls. */
export type RecognisedDevice = {
  readonly marks: DeviceMarks
  /** Whether its own secret was seen at this account before. */
  readonly known: boolean
  /** Whether the account has devices and was never signed in to with this one. */
  readonly isNew: boolean
  /** Until when it stands in for the second factor. */
  readonly rememberedUntil: Date | null
}

/** The device that signs in to an account; null where nothing asked for one. */
export async function recogniseDevice(
  deps: IdentityDeps,
  q: Queryable,
  accountId: string,
  { scheme }: SignInKind,
  context: CallContext,
): Promise<RecognisedDevice | null> {
  if (context.device_token === null) return null
  const token = hashToken(context.device_token)
  const marks = { token, program: scheme === 'browser' ? null : programMark(deps, context) }
  const { known, similar, others, remembered_until } = await findDevice(q, accountId, marks)
  return {
    marks,
    known,
    isNew: others && !known && !similar,
    rememberedUntil: remembered_until === null ? null : new Date(remembered_until),
  }
}

function programMark(deps: IdentityDeps, { user_agent, ip }: CallContext): Buffer {
  const shown = JSON.stringify([user_agent, ip === null ? null : networkOf(ip)])
  return createHmac('sha256', deps.keys.derive('identity:program-device')).update(shown).digest()
}
