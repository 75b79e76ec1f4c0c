import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

type Setup = {
  readonly account_id: string
  readonly session_id: string
  readonly secret: Buffer
}

/** Begins to set up an app, in the place of a set-up that was begun before. */
export async function putSetup(tx: Tx, setup: Setup & { readonly expires_at: Date }): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.totp_setups (account_id, session_id, secret, expires_at)
    VALUES (${setup.account_id}, ${setup.session_id}, ${setup.secret}, ${setup.expires_at})
    ON CONFLICT (account_id) DO UPDATE SET session_id = excluded.session_id, secret = excluded.secret,
      expires_at = excluded.expires_at`)
}

/** The set-up that this session began, while it can be finished. */
export async function findSetup(
  q: Queryable,
  session: { readonly id: string; readonly session_id: string },
  now: Date,
): Promise<{ readonly secret: Buffer } | null> {
  return q.maybe<{ secret: Buffer }>(sql`
    SELECT secret FROM identity.totp_setups
    WHERE account_id = ${session.id} AND session_id = ${session.session_id} AND expires_at > ${now}`)
}

/** Takes this very set-up away: of any number of parallel confirmations one gets it. */
export async function takeSetup(tx: Tx, accountId: string, secret: Buffer): Promise<boolean> {
  const taken = await tx.run(sql`
    DELETE FROM identity.totp_setups WHERE account_id = ${accountId} AND secret = ${secret}`)
  return taken > 0
}

/** Removes set-ups that could not be finished any more before this moment. */
export async function pruneSetups(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`DELETE FROM identity.totp_setups WHERE expires_at < ${before}`)
}
