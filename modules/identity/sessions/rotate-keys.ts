import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { ACCESS_TOKEN_SECONDS, after, KEY_AGE_MS, KEY_OVERLAP_MS, MINUTE } from '../domain/lifetimes.ts'
import { insertNextKey, retireKeysBefore } from '../store/signing-keys.ts'

/** The channel on which processes tell each other that the signing keys are not what they were. */
export const KEYS_CHANNEL = 'identity_keys'

type Rotation = { readonly immediately: boolean; readonly newestBefore: Date | null }

/** Makes the next signing key for the command line; on suspicion of a leak the others end at once. */
export const rotateKeys =
  (deps: IdentityDeps): Handler<Identity, 'rotateKeys'> =>
  async ({ immediately }, context) => {
    const rotated = await rotate(deps, { immediately, newestBefore: null }, context, context.now())
    if (rotated === null) throw new Error('No signing key was made.')
    return rotated
  }

/** Makes the next signing key once the newest is 30 days old. */
export const rotateOldKeys =
  (deps: IdentityDeps) =>
  async (context: JobContext): Promise<void> => {
    const now = context.now()
    await rotate(deps, { immediately: false, newestBefore: after(now, -KEY_AGE_MS) }, context.call, now)
  }

async function rotate(deps: IdentityDeps, rotation: Rotation, context: CallContext, now: Date) {
  const { immediately, newestBefore } = rotation
  const signsFrom = immediately ? now : after(now, KEY_OVERLAP_MS)
  // The last token of an old key may be signed by a clock that is a little behind.
  const retireAt = immediately ? now : after(signsFrom, ACCESS_TOKEN_SECONDS * 1_000 + MINUTE)
  return deps.db.tx(async (tx) => {
    const number = await insertNextKey(tx, { signsFrom, newestBefore }, now)
    if (number === null) return null
    const retired = await retireKeysBefore(tx, number, retireAt, now)
    const result = { number, signs_from: signsFrom.toISOString(), retired }
    await tx.run(sql`SELECT pg_notify(${KEYS_CHANNEL}, '')`)
    tx.afterCommit(deps.signingKeys.clear)
    await deps.audit.record(tx, context, {
      action: immediately ? 'identity.keys-withdrawn' : 'identity.keys-rotated',
      subject_type: 'signing_key',
      subject_id: String(number),
      after: result,
    })
    return result
  })
}
