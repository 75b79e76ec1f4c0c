import { z } from 'zod'
import { Id } from '@rampart/platform/contract/fields.ts'
import type { JobContext, JobHandler } from '@rampart/platform/jobs/jobs.ts'
import { composeMail } from './compose-mail.ts'
import type { NotificationsDeps } from './deps.ts'
import {
  claimMessage,
  type ClaimedMessage,
  isBeingSent,
  type Settled,
  settleMessage,
} from './store/messages.ts'
import { MailRefused } from './transport/mail-transport.ts'

/** The job that sends one message. */
export const SEND_JOB = 'send-message'

/** How often sending is tried before it is given up; with the queue's growing waits, about a day and a half. */
export const SEND_TRIES = 15

const Payload = z.strictObject({ message_id: Id })

/** Sends a message, once: it is claimed before and marked after, and a second run finds it sent. */
export const sendMessage =
  (deps: NotificationsDeps): JobHandler =>
  async (payload, context) => {
    const { message_id: id } = Payload.parse(payload)
    const { now } = context
    const claim = await claimMessage(deps.db, id, deps.transport.claimSeconds, now())
    if (claim === null) {
      // The other may have died while sending: come back when its claim has run out.
      if (await isBeingSent(deps.db, id)) throw new Error(`Message ${id} is being sent elsewhere.`)
      return
    }
    let outcome: Settled
    try {
      outcome = await composeAndSend(deps, claim, context)
    } catch (error) {
      return settleFailure(deps, claim, error, context)
    }
    // Not within the try: a mail that left is not given back when this fails, but waits for its claim to run out.
    await settleMessage(deps.db, claim, outcome, now())
  }

async function composeAndSend(
  deps: NotificationsDeps,
  claim: ClaimedMessage,
  { call, now }: JobContext,
): Promise<Settled> {
  const composed = await composeMail(deps, claim, call, now())
  if (composed === null) return { status: 'skipped' }
  const { recipient, mail } = composed
  const { id, template } = claim
  await deps.transport.send({
    ...mail,
    id,
    template,
    recipient,
    created_at: new Date(claim.created_at),
    now: now(),
  })
  return { status: 'sent', recipient, subject: mail.subject }
}

async function settleFailure(
  deps: NotificationsDeps,
  claim: ClaimedMessage,
  error: unknown,
  { attempt, now }: JobContext,
): Promise<void> {
  const refused = error instanceof MailRefused
  await settleMessage(
    deps.db,
    claim,
    { status: refused || attempt >= SEND_TRIES ? 'failed' : 'waiting' },
    now(),
  )
  if (!refused) throw error
  deps.log.warn('A mail was given up for good.', { message_id: claim.id, template: claim.template, error })
}
