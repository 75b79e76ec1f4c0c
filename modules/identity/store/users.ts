import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { Audience, RoleName } from '../domain/roles.ts'

export type UserStatus = 'active' | 'locked' | 'password_disabled' | 'invited'

/** An account as a list of accounts shows it. */
export type UserRow = {
  readonly id: string
  readonly email: string
  readonly full_name: string
  readonly username: string | null
  readonly role: RoleName
  readonly status: UserStatus
  readonly second_factor: boolean
  readonly created_at: string
  readonly last_seen_at: string | null
}

/** An account with all that staff may know of it; sessions and factors are read apart. */
export type UserDetailRow = UserRow & {
  readonly language: 'en' | 'de'
  readonly avatar_id: string | null
  readonly locked_at: string | null
  readonly locked_by: string | null
  readonly lock_reason: string | null
  readonly password_changed_at: string | null
  readonly password_disabled_at: string | null
  readonly remembered_devices: number
  readonly request_id: string | null
  readonly requested_role: RoleName | null
  readonly requested_at: string | null
}

export type UserFilter = {
  readonly q: string | undefined
  readonly role: RoleName | undefined
  readonly side: Audience | undefined
  readonly status: UserStatus | undefined
}

const status = sql`CASE
  WHEN a.locked_at IS NOT NULL THEN 'locked'
  WHEN p.account_id IS NULL AND NOT EXISTS (SELECT FROM identity.passkeys k WHERE k.account_id = a.id) THEN 'invited'
  WHEN p.disabled_at IS NOT NULL THEN 'password_disabled'
  ELSE 'active' END`

const columns = sql`a.id, a.email, a.full_name, a.username, a.role, ${status} AS status,
  (EXISTS (SELECT FROM identity.totp t WHERE t.account_id = a.id AND t.confirmed_at IS NOT NULL)
    OR EXISTS (SELECT FROM identity.passkeys k WHERE k.account_id = a.id)) AS second_factor,
  a.created_at,
  (SELECT max(s.last_used_at) FROM identity.sessions s WHERE s.account_id = a.id) AS last_seen_at`

const source = sql`identity.accounts a LEFT JOIN identity.passwords p ON p.account_id = a.id`

function conditions({ q, role, side, status: wanted }: UserFilter): Sql {
  const pattern = q === undefined || q === '' ? null : `%${q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql`
    (${pattern}::text IS NULL OR a.email LIKE ${pattern} OR lower(a.full_name) LIKE ${pattern}
      OR lower(a.username) LIKE ${pattern})
    AND (${role ?? null}::text IS NULL OR a.role = ${role ?? null})
    AND (${side ?? null}::text IS NULL OR (a.role = 'customer') = (${side ?? null}::text = 'shop'))
    AND (${wanted ?? null}::text IS NULL OR ${status} = ${wanted ?? null})`
}

/** One page of accounts, newest first, and how many there are. */
export async function listUsers(
  q: Queryable,
  filter: UserFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly UserRow[]; readonly total: number }> {
  const where = conditions(filter)
  const count = await q.one<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM ${source} WHERE ${where}`,
  )
  const rows = await q.many<UserRow>(sql`
    SELECT ${columns} FROM ${source} WHERE ${where}
    ORDER BY a.created_at DESC, a.id DESC LIMIT ${page.limit} OFFSET ${page.offset}`)
  return { rows, total: count.total }
}

/** One account for staff; null when there is none. */
export async function findUser(q: Queryable, id: string, now: Date): Promise<UserDetailRow | null> {
  return q.maybe<UserDetailRow>(sql`
    SELECT ${columns}, a.language, a.avatar_id, a.locked_at, a.locked_by, a.lock_reason,
      p.changed_at AS password_changed_at, p.disabled_at AS password_disabled_at,
      (SELECT count(*)::int FROM identity.devices d
        WHERE d.account_id = a.id AND d.remembered_until > ${now}) AS remembered_devices,
      r.id AS request_id, r.role AS requested_role, r.requested_at
    FROM ${source}
      LEFT JOIN identity.role_requests r ON r.account_id = a.id AND r.decided_at IS NULL
    WHERE a.id = ${id}`)
}

/** An account that is about to be changed by somebody else, held until the transaction ends. */
export type HeldUser = {
  readonly id: string
  readonly email: string
  readonly role: RoleName
  readonly extra_priority: number
  readonly locked_at: string | null
  readonly has_password: boolean
}

const heldColumns = sql`a.id, a.email, a.role, a.extra_priority, a.locked_at,
  EXISTS (SELECT FROM identity.passwords p WHERE p.account_id = a.id) AS has_password`

/** Holds an account for a change; null when there is none. */
export async function holdUser(tx: Tx, id: string): Promise<HeldUser | null> {
  return tx.maybe<HeldUser>(sql`SELECT ${heldColumns} FROM identity.accounts a WHERE a.id = ${id} FOR UPDATE`)
}

/**
 * Holds an account for a change, and that of whoever changes it. In the order of their ids: of two who change each other,
 * the second finds what the first has made of them.
 */
export async function holdUserAndActor(
  tx: Tx,
  id: string,
  actorId: string,
): Promise<{ readonly user: HeldUser | null; readonly present: HeldUser | null }> {
  const held = await tx.many<HeldUser>(sql`
    SELECT ${heldColumns} FROM identity.accounts a WHERE a.id IN (${id}, ${actorId}) ORDER BY a.id FOR UPDATE`)
  const find = (wanted: string) => held.find((row) => row.id === wanted) ?? null
  return { user: find(id), present: find(actorId) }
}

/** Holds all accounts that may do everything, and answers how many others of them are not locked. */
export async function countOtherOwners(tx: Tx, id: string): Promise<number> {
  const owners = await tx.many<{ id: string; locked_at: string | null }>(sql`
    SELECT id, locked_at FROM identity.accounts WHERE role = 'super_admin' ORDER BY id FOR UPDATE`)
  return owners.filter((owner) => owner.id !== id && owner.locked_at === null).length
}

/** Locks an account; false when it was. */
export async function lockAccount(
  tx: Tx,
  id: string,
  lock: { readonly by: string; readonly reason: string },
  now: Date,
): Promise<boolean> {
  const locked = await tx.run(sql`
    UPDATE identity.accounts SET locked_at = ${now}, locked_by = ${lock.by}, lock_reason = ${lock.reason},
      updated_at = ${now}
    WHERE id = ${id} AND locked_at IS NULL`)
  return locked > 0
}

/** Unlocks an account and lets its password count again; false when neither was needed. */
export async function unlockAccount(tx: Tx, id: string, now: Date): Promise<boolean> {
  const unlocked = await tx.run(sql`
    UPDATE identity.accounts SET locked_at = NULL, locked_by = NULL, lock_reason = NULL, updated_at = ${now}
    WHERE id = ${id} AND locked_at IS NOT NULL`)
  const enabled = await tx.run(sql`
    UPDATE identity.passwords SET disabled_at = NULL, failures = 0
    WHERE account_id = ${id} AND disabled_at IS NOT NULL`)
  return unlocked + enabled > 0
}

/** Lets a password count no more until it is set anew. */
export async function disablePassword(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE identity.passwords SET disabled_at = coalesce(disabled_at, ${now}) WHERE account_id = ${id}`)
}

/** Gives an account another role. */
export async function setRole(tx: Tx, id: string, role: RoleName, now: Date): Promise<void> {
  await tx.run(sql`UPDATE identity.accounts SET role = ${role}, updated_at = ${now} WHERE id = ${id}`)
}

type Standing = { readonly account_id: string; readonly priority: number }

/** Says how high people stand by roles beside those of their accounts; `atLeast` never makes it less. */
export async function setExtraPriorities(
  q: Queryable,
  standings: readonly Standing[],
  { atLeast }: { readonly atLeast: boolean },
): Promise<void> {
  await q.run(sql`
    UPDATE identity.accounts a
    SET extra_priority = CASE WHEN ${atLeast} THEN greatest(a.extra_priority, s.priority) ELSE s.priority END
    FROM unnest(${standings.map((standing) => standing.account_id)}::uuid[],
      ${standings.map((standing) => standing.priority)}::smallint[]) AS s (account_id, priority)
    WHERE a.id = s.account_id`)
}

/** The roles of accounts, and whether each is locked. */
export async function findBaseRoles(
  q: Queryable,
  ids: readonly string[],
): Promise<{ account_id: string; role: RoleName; locked: boolean }[]> {
  return q.many(sql`
    SELECT id AS account_id, role, locked_at IS NOT NULL AS locked FROM identity.accounts
    WHERE id = ANY(${[...ids]}::uuid[])`)
}
