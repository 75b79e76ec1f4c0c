import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** What is known of a person who has an account, without anything secret. */
export type PersonRow = Readonly<Record<'profile' | 'sign_in' | 'sessions', unknown>>

/** Everything an account's owner may know about it; null when there is none. */
export async function findPerson(q: Queryable, accountId: string): Promise<PersonRow | null> {
  return q.maybe<PersonRow>(sql`
    SELECT
      jsonb_build_object('email', a.email, 'username', a.username, 'full_name', a.full_name,
        'date_of_birth', a.date_of_birth, 'language', a.language, 'role', a.role, 'avatar_id', a.avatar_id,
        'created_at', a.created_at, 'email_verified_at', a.email_verified_at, 'locked_at', a.locked_at,
        'lock_reason', a.lock_reason,
        'email_changes', (SELECT coalesce(jsonb_agg(jsonb_build_object('new_email', c.new_email,
            'asked_at', c.created_at, 'closed_at', c.closed_at) ORDER BY c.created_at), '[]')
          FROM identity.email_changes c WHERE c.account_id = a.id),
        'role_requests', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role,
            'requested_at', r.requested_at, 'decided_at', r.decided_at, 'approved', r.approved)
            ORDER BY r.requested_at), '[]')
          FROM identity.role_requests r WHERE r.account_id = a.id)) AS profile,
      jsonb_build_object(
        'password_changed_at', (SELECT p.changed_at FROM identity.passwords p WHERE p.account_id = a.id),
        'authenticator_app_since', (SELECT t.confirmed_at FROM identity.totp t WHERE t.account_id = a.id),
        'backup_codes_left',
          (SELECT count(*) FROM identity.backup_codes b WHERE b.account_id = a.id AND b.used_at IS NULL),
        'passkeys', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', k.name, 'created_at', k.created_at,
            'last_used_at', k.last_used_at) ORDER BY k.created_at), '[]')
          FROM identity.passkeys k WHERE k.account_id = a.id),
        'connected', (SELECT coalesce(jsonb_agg(jsonb_build_object('provider', e.provider, 'email', e.email,
            'subject', e.subject, 'linked_at', e.linked_at, 'last_used_at', e.last_used_at)
            ORDER BY e.linked_at), '[]')
          FROM identity.external_identities e WHERE e.account_id = a.id)) AS sign_in,
      jsonb_build_object(
        'sessions', (SELECT coalesce(jsonb_agg(jsonb_build_object('ip', s.ip, 'place', s.place,
            'user_agent', s.user_agent, 'method', s.method, 'created_at', s.created_at,
            'last_used_at', s.last_used_at, 'ended_at', s.ended_at, 'end_reason', s.end_reason)
            ORDER BY s.created_at DESC), '[]')
          FROM identity.sessions s WHERE s.account_id = a.id),
        'devices', (SELECT coalesce(jsonb_agg(jsonb_build_object('user_agent', d.user_agent, 'place', d.place,
            'first_seen_at', d.first_seen_at, 'last_seen_at', d.last_seen_at,
            'remembered_until', d.remembered_until) ORDER BY d.last_seen_at DESC), '[]')
          FROM identity.devices d WHERE d.account_id = a.id)) AS sessions
    FROM identity.accounts a WHERE a.id = ${accountId}`)
}

/** Removes sign-ups that wait with an address, of before a moment. */
export async function dropOldSignUps(tx: Tx, email: string, before: string): Promise<void> {
  await tx.run(sql`DELETE FROM identity.sign_ups WHERE email = ${email} AND created_at <= ${before}`)
}

/**
 * Removes a customer's account with all that hangs on it: credentials, factors, sessions, devices, tokens; and the
 * usernames that it held or has given up. False when there is none; the account of staff is none.
 */
export async function deleteCustomer(tx: Tx, accountId: string, holder: Buffer): Promise<boolean> {
  const gone = await tx.maybe<{ username: string | null }>(sql`
    DELETE FROM identity.accounts WHERE id = ${accountId} AND role = 'customer' RETURNING lower(username) AS username`)
  if (gone === null) return false
  await tx.run(sql`DELETE FROM identity.usernames WHERE holder = ${holder} OR name = ${gone.username ?? ''}`)
  return true
}
