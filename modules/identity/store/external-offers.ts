import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Subject } from './external-identities.ts'

/** A sign-in that waits to be connected to an account. */
export type OfferRow = { readonly id: string; readonly provider: string; readonly email: string | null }

type Owner = { readonly account_id: string; readonly device_hash: Buffer }

/** Offers to connect a sign-in to an account, in one browser; the offer before it is void. */
export async function insertOffer(
  tx: Tx,
  offer: Owner & Subject & { readonly id: string; readonly expires_at: Date },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    DELETE FROM identity.external_offers
    WHERE account_id = ${offer.account_id} AND device_hash = ${offer.device_hash} AND used_at IS NULL`)
  await tx.run(sql`
    INSERT INTO identity.external_offers
      (id, account_id, device_hash, provider, issuer, subject, email, created_at, expires_at)
    VALUES (${offer.id}, ${offer.account_id}, ${offer.device_hash}, ${offer.provider}, ${offer.issuer},
      ${offer.subject}, ${offer.email}, ${now}, ${offer.expires_at})`)
}

/** What waits to be connected to an account in this browser. */
export async function findOffer(
  q: Queryable,
  { account_id, device_hash }: Owner,
  now: Date,
): Promise<OfferRow | null> {
  return q.maybe<OfferRow>(sql`
    SELECT id, provider, email FROM identity.external_offers
    WHERE account_id = ${account_id} AND device_hash = ${device_hash} AND used_at IS NULL AND expires_at > ${now}
    ORDER BY created_at DESC LIMIT 1`)
}

/** Takes an offer up: of any number of parallel tries one gets the row. */
export async function useOffer(
  tx: Tx,
  { id, account_id, device_hash }: Owner & { readonly id: string },
  now: Date,
): Promise<Subject | null> {
  return tx.maybe<Subject>(sql`
    UPDATE identity.external_offers SET used_at = ${now}
    WHERE id = ${id} AND account_id = ${account_id} AND device_hash = ${device_hash}
      AND used_at IS NULL AND expires_at > ${now}
    RETURNING provider, issuer, subject, email`)
}
