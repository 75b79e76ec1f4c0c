import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** How many accounts are in which state. */
export type AccountCounts = {
  readonly staff: number
  readonly staff_with_second_factor: number
  readonly staff_with_passkey: number
  readonly super_admins: number
  readonly invitations_lapsed: number
  readonly staff_locked: number
  readonly customers_locked: number
  readonly staff_passwords_disabled: number
  readonly customer_passwords_disabled: number
}

/**
 * Counts accounts by their state. An invitation from before `invitedBefore` whose link is not good any more has lapsed.
 */
export async function countAccounts(q: Queryable, invitedBefore: Date, now: Date): Promise<AccountCounts> {
  return q.one<AccountCounts>(sql`
    WITH staff AS (
      SELECT a.role, a.locked_at IS NOT NULL AS locked, p.disabled_at IS NOT NULL AS disabled,
        p.account_id IS NULL AND NOT passkey.held AS invited,
        a.created_at < ${invitedBefore} AND NOT EXISTS (
          SELECT FROM identity.one_time_tokens t
          WHERE t.account_id = a.id AND t.purpose = 'enrol_staff' AND t.used_at IS NULL
            AND t.expires_at > ${now}) AS lapsed,
        passkey.held AS passkey,
        passkey.held OR EXISTS (
          SELECT FROM identity.totp t WHERE t.account_id = a.id AND t.confirmed_at IS NOT NULL) AS second_factor
      FROM identity.accounts a
        LEFT JOIN identity.passwords p ON p.account_id = a.id
        CROSS JOIN LATERAL (
          SELECT EXISTS (SELECT FROM identity.passkeys k WHERE k.account_id = a.id) AS held) passkey
      WHERE a.role <> 'customer'
    )
    SELECT
      count(*) FILTER (WHERE NOT locked AND NOT invited)::int AS staff,
      count(*) FILTER (WHERE NOT locked AND NOT invited AND second_factor)::int AS staff_with_second_factor,
      count(*) FILTER (WHERE NOT locked AND NOT invited AND passkey)::int AS staff_with_passkey,
      count(*) FILTER (WHERE NOT locked AND NOT invited AND role = 'super_admin')::int AS super_admins,
      count(*) FILTER (WHERE NOT locked AND invited AND lapsed)::int AS invitations_lapsed,
      count(*) FILTER (WHERE locked)::int AS staff_locked,
      count(*) FILTER (WHERE NOT locked AND disabled)::int AS staff_passwords_disabled,
      (SELECT count(*)::int FROM identity.accounts
        WHERE role = 'customer' AND locked_at IS NOT NULL) AS customers_locked,
      (SELECT count(*)::int FROM identity.passwords p JOIN identity.accounts a ON a.id = p.account_id
        WHERE a.role = 'customer' AND p.disabled_at IS NOT NULL) AS customer_passwords_disabled
    FROM staff`)
}

/** Open sessions of staff, and those of them that were not used since `idleSince`. */
export async function countStaffSessions(
  q: Queryable,
  idleSince: Date,
  now: Date,
): Promise<{ readonly open: number; readonly idle: number }> {
  return q.one<{ open: number; idle: number }>(sql`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE last_used_at < ${idleSince})::int AS idle
    FROM identity.sessions
    WHERE audience = 'staff' AND ended_at IS NULL AND idle_expires_at > ${now} AND expires_at > ${now}`)
}

/** When the key was made that signs at this moment. */
export async function findKeyAge(q: Queryable, now: Date): Promise<{ readonly created_at: string }> {
  return q.one<{ created_at: string }>(sql`
    SELECT created_at FROM identity.signing_keys
    WHERE signs_from <= ${now} AND (retired_at IS NULL OR retired_at > ${now})
    ORDER BY number DESC LIMIT 1`)
}
