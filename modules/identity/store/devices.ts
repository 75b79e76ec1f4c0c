import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** What is known of a device at one account. */
type DeviceRow = {
  /** By its own secret, and by what its program shows of itself. */
  readonly known: boolean
  readonly similar: boolean
  /** Whether the account has devices at all. */
  readonly others: boolean
  readonly remembered_until: string | null
}

/** What an account knows of a device by the hashes of its secret and of what its program shows. */
export async function findDevice(
  q: Queryable,
  accountId: string,
  { token, program }: { readonly token: Buffer; readonly program: Buffer | null },
): Promise<DeviceRow> {
  return q.one<DeviceRow>(sql`
    SELECT coalesce(bool_or(token_hash = ${token}), false) AS known,
      coalesce(bool_or(token_hash = ${program}::bytea), false) AS similar, count(*) > 0 AS others,
      max(remembered_until) FILTER (WHERE token_hash = ${token}) AS remembered_until
    FROM identity.devices WHERE account_id = ${accountId}`)
}

/** Keeps an account's `keep` devices that were seen last. */
export async function trimDevices(tx: Tx, accountId: string, keep: number): Promise<void> {
  await tx.run(sql`
    DELETE FROM identity.devices WHERE account_id = ${accountId} AND id IN (
      SELECT id FROM identity.devices WHERE account_id = ${accountId}
      ORDER BY last_seen_at DESC, id DESC OFFSET ${keep})`)
}

/** Forgets every device of an account: none is known any more, none stands in for anything. */
export async function deleteDevices(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`DELETE FROM identity.devices WHERE account_id = ${accountId}`)
}

/** Writes down that an account signed in with a device: by its secret, and by what its program shows. */
export async function noteDevice(
  tx: Tx,
  device: {
    readonly account_id: string
    readonly marks: { readonly token: Buffer; readonly program: Buffer | null }
    readonly user_agent: string | null
    readonly place: string | null
    /** null leaves what was there. The secret alone stands in for anything. */
    readonly remembered_until: Date | null
  },
  now: Date,
): Promise<void> {
  const { account_id, marks, user_agent, place, remembered_until } = device
  await tx.run(sql`
    INSERT INTO identity.devices AS d
      (account_id, token_hash, id, user_agent, place, first_seen_at, last_seen_at, remembered_until)
    SELECT ${account_id}, m.hash, m.id, ${user_agent}, ${place}, ${now}, ${now}, m.until
    FROM (VALUES (${marks.token}::bytea, ${newId()}::uuid, ${remembered_until}::timestamptz),
      (${marks.program}, ${newId()}, NULL)) AS m (hash, id, until)
    WHERE m.hash IS NOT NULL
    ON CONFLICT (account_id, token_hash) DO UPDATE SET user_agent = excluded.user_agent, place = excluded.place,
      last_seen_at = excluded.last_seen_at,
      remembered_until = coalesce(excluded.remembered_until, d.remembered_until)`)
}

/** Lets no device stand in for the second factor any more. Answers how many there were. */
export async function forgetDevices(tx: Tx, accountId: string, now: Date): Promise<number> {
  return tx.run(sql`
    UPDATE identity.devices SET remembered_until = NULL
    WHERE account_id = ${accountId} AND remembered_until > ${now}`)
}

/** Removes devices that were not seen since this moment. */
export async function pruneDevices(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`DELETE FROM identity.devices WHERE last_seen_at < ${before}`)
}

type RememberedDevice = {
  readonly id: string
  readonly token_hash: Buffer
  readonly user_agent: string | null
  readonly place: string | null
  readonly last_seen_at: string
  readonly remembered_until: string
}

/** Devices that stand in for the second factor of an account, the one seen last in front. */
export async function listRememberedDevices(
  q: Queryable,
  accountId: string,
  now: Date,
): Promise<RememberedDevice[]> {
  return q.many<RememberedDevice>(sql`
    SELECT id, token_hash, user_agent, place, last_seen_at, remembered_until FROM identity.devices
    WHERE account_id = ${accountId} AND remembered_until > ${now}
    ORDER BY last_seen_at DESC, id`)
}

/** Lets one device stand in no more; false when the account has none such. */
export async function forgetDevice(tx: Tx, accountId: string, id: string, now: Date): Promise<boolean> {
  const forgotten = await tx.run(sql`
    UPDATE identity.devices SET remembered_until = NULL
    WHERE account_id = ${accountId} AND id = ${id} AND remembered_until > ${now}`)
  return forgotten > 0
}
