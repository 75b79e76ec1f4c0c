import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Audience } from '../domain/roles.ts'

/** What a browser was sent to a provider for. */
export type ExternalPurpose =
  | { readonly purpose: 'login' }
  | { readonly purpose: 'link'; readonly account_id: string; readonly session_id: string }

/** A browser that was sent to a provider. */
export type ExternalSignInRow = {
  readonly purpose: 'login' | 'link'
  readonly audience: Audience
  readonly secrets: Buffer
  readonly account_id: string | null
  readonly session_id: string | null
  readonly next: string
}

type Mark = { readonly state_hash: Buffer; readonly provider: string; readonly device_hash: Buffer }

/** Notes that a browser is sent. */
export async function insertExternalSignIn(
  q: Queryable,
  begun: Mark & {
    readonly use: ExternalPurpose
    readonly audience: Audience
    readonly secrets: Buffer
    readonly next: string
    readonly expires_at: Date
  },
  now: Date,
): Promise<void> {
  const { account_id, session_id } = { account_id: null, session_id: null, ...begun.use }
  await q.run(sql`
    INSERT INTO identity.external_sign_ins
      (state_hash, provider, purpose, audience, secrets, device_hash, account_id, session_id, next, created_at, expires_at)
    VALUES (${begun.state_hash}, ${begun.provider}, ${begun.use.purpose}, ${begun.audience}, ${begun.secrets},
      ${begun.device_hash}, ${account_id}, ${session_id}, ${begun.next}, ${now}, ${begun.expires_at})`)
}

/** Takes a browser that comes back, from the provider it was sent to: of any number of parallel tries one gets the row. */
export async function useExternalSignIn(
  q: Queryable,
  { state_hash, provider, device_hash }: Mark,
  now: Date,
): Promise<ExternalSignInRow | null> {
  return q.maybe<ExternalSignInRow>(sql`
    UPDATE identity.external_sign_ins SET used_at = ${now}
    WHERE state_hash = ${state_hash} AND provider = ${provider} AND device_hash = ${device_hash}
      AND used_at IS NULL AND expires_at > ${now}
    RETURNING purpose, audience, secrets, account_id, session_id, next`)
}

/** Which sign-in page a browser comes from whose way is not good any more; null where that is not known. */
export async function findExternalAudience(
  q: Queryable,
  stateHash: Buffer,
  deviceHash: Buffer,
): Promise<Audience | null> {
  const row = await q.maybe<{ audience: Audience }>(sql`
    SELECT audience FROM identity.external_sign_ins WHERE state_hash = ${stateHash} AND device_hash = ${deviceHash}`)
  return row?.audience ?? null
}

/** Removes what could not be used any more before this moment. */
export async function pruneExternalSignIns(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`DELETE FROM identity.external_sign_ins WHERE expires_at < ${before}`)
  await q.run(sql`DELETE FROM identity.external_offers WHERE expires_at < ${before}`)
}
