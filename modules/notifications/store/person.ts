import type { Queryable } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'

type Person = { readonly account_id: string; readonly email: string; readonly before: string }

/** A mail as whoever it was sent to may see it. */
export type SentRow = {
  readonly template: string
  readonly recipient: string
  readonly subject: string
  readonly sent_at: string | null
}

function sentTo({ account_id, email, before }: Person): Sql {
  return sql`(account_id = ${account_id} OR recipient = ${email} AND created_at <= ${before})`
}

/** The mails that somebody was sent, newest first. */
export async function listSentTo(q: Queryable, person: Person): Promise<SentRow[]> {
  return q.many<SentRow>(sql`
    SELECT template, recipient, subject, sent_at FROM notifications.messages
    WHERE status = 'sent' AND ${sentTo(person)} ORDER BY id DESC`)
}

/**
 * Forgets whom mails went to. What still waits is not sent any more, except the last mail, which knows by itself where
 * to go and forgets that once it has left.
 */
export async function forgetRecipient(q: Queryable, person: Person): Promise<void> {
  await q.run(sql`UPDATE notifications.messages SET ${forgotten}
    WHERE template <> 'account-erased' AND ${sentTo(person)}`)
}

/** As above, for the mails about one order. */
export async function forgetRecipientOf(q: Queryable, orderId: string): Promise<void> {
  await q.run(sql`UPDATE notifications.messages SET ${forgotten} WHERE order_id = ${orderId}`)
}

const forgotten = sql`recipient = '', details = '{}'::jsonb,
  status = CASE WHEN status IN ('waiting', 'sending') THEN 'skipped' ELSE status END`
