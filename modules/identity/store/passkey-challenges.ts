import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Audience } from '../domain/roles.ts'

/** What a challenge is for, and whose it is. Only a sign-in is nobody's before it is answered. */
export type ChallengeUse =
  | { readonly purpose: 'sign_in' }
  | { readonly purpose: 'second_factor'; readonly account_id: string; readonly pending_id: string }
  | {
      readonly purpose: 'register' | 'step_up'
      readonly account_id: string
      readonly session_id: string
    }

/** A challenge that was just used up. */
export type UsedChallenge = {
  readonly account_id: string | null
  readonly audience: Audience
  readonly scheme: 'browser' | 'program'
}

/** Writes a challenge. */
export async function insertChallenge(
  q: Queryable,
  challenge: {
    readonly hash: Buffer
    readonly use: ChallengeUse
    readonly audience: Audience
    readonly scheme: 'browser' | 'program'
    readonly expires_at: Date
  },
  now: Date,
): Promise<void> {
  const { account_id, session_id, pending_id } = idsOf(challenge.use)
  await q.run(sql`
    INSERT INTO identity.passkey_challenges
      (hash, purpose, account_id, session_id, pending_id, audience, scheme, created_at, expires_at)
    VALUES (${challenge.hash}, ${challenge.use.purpose}, ${account_id}, ${session_id}, ${pending_id},
      ${challenge.audience}, ${challenge.scheme}, ${now}, ${challenge.expires_at})`)
}

/** Uses a challenge up for just what it was made for: of any number of parallel tries one gets the row. */
export async function useChallenge(
  q: Queryable,
  hash: Buffer,
  use: ChallengeUse,
  now: Date,
): Promise<UsedChallenge | null> {
  const { account_id, session_id, pending_id } = idsOf(use)
  return q.maybe<UsedChallenge>(sql`
    UPDATE identity.passkey_challenges SET used_at = ${now}
    WHERE hash = ${hash} AND used_at IS NULL AND expires_at > ${now} AND purpose = ${use.purpose}
      AND account_id IS NOT DISTINCT FROM ${account_id}::uuid
      AND session_id IS NOT DISTINCT FROM ${session_id}::uuid
      AND pending_id IS NOT DISTINCT FROM ${pending_id}::uuid
    RETURNING account_id, audience, scheme`)
}

/** Removes challenges that could not be answered any more before this moment. */
export async function pruneChallenges(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`DELETE FROM identity.passkey_challenges WHERE expires_at < ${before}`)
}

type Ids = {
  readonly account_id: string | null
  readonly session_id: string | null
  readonly pending_id: string | null
}

function idsOf(use: ChallengeUse): Ids {
  return { account_id: null, session_id: null, pending_id: null, ...use }
}
