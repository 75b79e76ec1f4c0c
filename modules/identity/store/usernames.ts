import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Holds a username for the one who signs up with it; false when it is somebody else's. */
export async function holdUsername(
  tx: Tx,
  username: string,
  holder: Buffer,
  until: Date,
  now: Date,
): Promise<boolean> {
  const name = username.toLowerCase()
  const held = await tx.run(sql`
    INSERT INTO identity.usernames AS u (name, holder, held_until) VALUES (${name}, ${holder}, ${until})
    ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = greatest(u.held_until, excluded.held_until)
    WHERE u.holder = excluded.holder OR u.held_until <= ${now}`)
  return held > 0
}

/** Gives the username of an account to it for good. */
export async function keepUsername(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`
    UPDATE identity.usernames SET held_until = 'infinity'
    WHERE name = (SELECT lower(username) FROM identity.accounts WHERE id = ${accountId})`)
}

/** Lets go of names whose time is over and that no account carries. */
export async function pruneUsernames(q: Queryable, now: Date): Promise<void> {
  await q.run(sql`
    DELETE FROM identity.usernames u WHERE u.held_until < ${now}
      AND NOT EXISTS (SELECT FROM identity.accounts a WHERE lower(a.username) = u.name)`)
}

/** Keeps a name that was given up from others until this moment; whoever held it may take it back. */
export async function restUsername(tx: Tx, username: string, until: Date): Promise<void> {
  await tx.run(sql`
    UPDATE identity.usernames SET held_until = ${until} WHERE name = ${username.toLowerCase()}`)
}

/** The names of somebody go along when their address changes: a holder is known by it. */
export async function moveUsernames(tx: Tx, from: Buffer, to: Buffer): Promise<void> {
  await tx.run(sql`UPDATE identity.usernames SET holder = ${to} WHERE holder = ${from}`)
}
