import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { empty, sql } from '@rampart/platform/db/sql.ts'
import type { TemplateName } from '../domain/mail.ts'

/** What a mail is about: an order or an account. */
export type Subject = { readonly order_id: string } | { readonly account_id: string }

/** A message that this process may send now. `attempts` tells this claim from others. */
export type ClaimedMessage = {
  readonly id: string
  readonly template: TemplateName
  readonly order_id: string | null
  readonly account_id: string | null
  readonly details: unknown
  readonly attempts: number
  readonly created_at: string
}

export type MessageRow = {
  readonly id: string
  readonly template: string
  readonly recipient: string
  readonly subject: string
  readonly order_id: string | null
  readonly status: 'waiting' | 'sending' | 'sent' | 'failed' | 'skipped'
  readonly attempts: number
  readonly created_at: string
  readonly sent_at: string | null
}

type NewMessage = {
  readonly id: string
  readonly event_id: string
  readonly template: TemplateName
  readonly subject: Subject
  readonly details: unknown
}

/** Writes a message; false when the event has one of this template. */
export async function insertMessage(tx: Tx, message: NewMessage, now: Date): Promise<boolean> {
  const orderId = 'order_id' in message.subject ? message.subject.order_id : null
  const accountId = 'account_id' in message.subject ? message.subject.account_id : null
  const written = await tx.run(sql`
    INSERT INTO notifications.messages (id, event_id, template, order_id, account_id, details, status, created_at)
    VALUES (${message.id}, ${message.event_id}, ${message.template}, ${orderId}, ${accountId},
      ${JSON.stringify(message.details)}::jsonb, 'waiting', ${now})
    ON CONFLICT (event_id, template) DO NOTHING`)
  return written > 0
}

/**
 * Claims a message for sending: of any number of tries one gets it. A claim that is `claimSeconds` old is another's
 * who died.
 */
export async function claimMessage(
  q: Queryable,
  id: string,
  claimSeconds: number,
  now: Date,
): Promise<ClaimedMessage | null> {
  return q.maybe<ClaimedMessage>(sql`
    UPDATE notifications.messages SET status = 'sending', attempts = attempts + 1, claimed_at = ${now}
    WHERE id = ${id} AND (status = 'waiting' OR status = 'sending'
      AND claimed_at <= ${now}::timestamptz - make_interval(secs => ${claimSeconds}))
    RETURNING id, template, order_id, account_id, details, attempts, created_at`)
}

/** Whether somebody is sending a message at the moment. */
export async function isBeingSent(q: Queryable, id: string): Promise<boolean> {
  const row = await q.maybe<{ status: string }>(
    sql`SELECT status FROM notifications.messages WHERE id = ${id}`,
  )
  return row?.status === 'sending'
}

/** How a try ended. */
export type Settled = {
  readonly status: 'waiting' | 'sent' | 'failed' | 'skipped'
  readonly recipient?: string
  readonly subject?: string
}

/**
 * Ends a claim. Without effect when the claim had run out and another has the message. Where the last mail to
 * somebody went is not kept.
 */
export async function settleMessage(
  q: Queryable,
  claim: ClaimedMessage,
  outcome: Settled,
  now: Date,
): Promise<void> {
  await q.run(sql`
    UPDATE notifications.messages SET status = ${outcome.status}, claimed_at = NULL,
      recipient = CASE WHEN template = 'account-erased' THEN ''
        ELSE coalesce(${outcome.recipient ?? null}, recipient) END,
      details = CASE WHEN template = 'account-erased' AND ${outcome.status} <> 'waiting' THEN '{}'::jsonb ELSE details END,
      subject = coalesce(${outcome.subject ?? null}, subject),
      sent_at = ${outcome.status === 'sent' ? now : null}
    WHERE id = ${claim.id} AND status = 'sending' AND attempts = ${claim.attempts}`)
}

/** Messages, newest first. Those that turned out to be needless are left out. */
export async function listMessageRows(
  q: Queryable,
  filter: { readonly order_id: string | null; readonly before: string | null },
  limit: number,
): Promise<MessageRow[]> {
  const ofOrder = filter.order_id === null ? empty : sql`AND order_id = ${filter.order_id}`
  const before = filter.before === null ? empty : sql`AND id < ${filter.before}`
  return q.many<MessageRow>(sql`
    SELECT id, template, recipient, subject, order_id, status, attempts, created_at, sent_at
    FROM notifications.messages
    WHERE status <> 'skipped' ${ofOrder} ${before} ORDER BY id DESC LIMIT ${limit}`)
}
