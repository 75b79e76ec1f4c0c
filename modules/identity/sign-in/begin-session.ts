import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, REMEMBERED_DEVICE_MS } from '../domain/lifetimes.ts'
import type { Risk } from '../domain/risk.ts'
import { announceSessionsChanged } from '../sessions/announce.ts'
import type { AccountRow } from '../store/accounts.ts'
import { noteDevice, trimDevices } from '../store/devices.ts'
import { endSession } from '../store/sessions.ts'
import type { SignInKind } from './sign-in-kind.ts'
import { deviceName } from './device-name.ts'
import { openSession, type OpenedSession } from './open-session.ts'
import type { RecognisedDevice } from './recognise-device.ts'

// A program that keeps no device token is given one at every sign-in; the oldest make place.
const MAX_DEVICES = 50

export type BeginSession = {
  readonly account: AccountRow
  readonly kind: SignInKind
  /** How the account proved itself: `password`, `password+totp`, `passkey`, `external:google` … */
  readonly method: string
  readonly device: RecognisedDevice | null
  readonly rememberDevice: boolean
  readonly authenticatedAt: Date | null
  readonly secondFactorAt: Date | null
  /** What was unusual about it, where that was judged. */
  readonly risk?: Risk | undefined
  /** How unusual, from the first step on. */
  readonly score: number
}

/**
 * Opens the session of somebody who proved all that was asked for: notes the device, tells the owner of a new one,
 * leaves the audit entry. A browser that was signed in there is signed out of its old session.
 */
export async function beginSession(
  deps: IdentityDeps,
  tx: Tx,
  begin: BeginSession,
  context: CallContext,
  now: Date,
): Promise<{ readonly kind: 'session'; readonly account: AccountRow; readonly session: OpenedSession }> {
  const { account, kind } = begin
  if (kind.scheme === 'browser') await endOldSession(deps, tx, kind, context, now)
  const session = await openSession(tx, begin, context, now)
  const news = await noteSignInDevice(deps, tx, begin, session, now)
  await deps.audit.record(tx, context, {
    action: 'authn_login_success',
    subject_type: 'account',
    subject_id: account.id,
    after: { session_id: session.id, ...kind, method: begin.method, new_device: news, risk: begin.risk },
  })
  return { kind: 'session', account, session }
}

async function noteSignInDevice(
  deps: IdentityDeps,
  tx: Tx,
  { account, device, rememberDevice }: BeginSession,
  { id: session_id, place, user_agent }: OpenedSession,
  now: Date,
): Promise<boolean> {
  if (device === null) return false
  const remembered_until = rememberDevice ? after(now, REMEMBERED_DEVICE_MS) : null
  await noteDevice(
    tx,
    { account_id: account.id, marks: device.marks, user_agent, place, remembered_until },
    now,
  )
  if (!device.known) await trimDevices(tx, account.id, MAX_DEVICES)
  if (!device.isNew) return false
  const payload = { account_id: account.id, session_id, device: deviceName(user_agent), place }
  await deps.outbox.add(tx, 'identity.new-device.v1', payload, { key: account.id })
  return true
}

async function endOldSession(
  deps: IdentityDeps,
  tx: Tx,
  { audience }: SignInKind,
  { principal }: CallContext,
  now: Date,
): Promise<void> {
  if (principal.kind !== (audience === 'shop' ? 'customer' : 'staff')) return
  await endSession(tx, principal.id, principal.session_id, 'signed_in_again', now)
  await announceSessionsChanged(deps, tx)
}
