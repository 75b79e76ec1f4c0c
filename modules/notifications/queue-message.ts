import type { Listener, ReceivedEvent } from '@rampart/platform/events/listener.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { NotificationsDeps } from './deps.ts'
import type { TemplateName } from './domain/mail.ts'
import { SEND_JOB, SEND_TRIES } from './send-message.ts'
import { insertMessage, type Subject } from './store/messages.ts'

/** Answers an event with one mail: its message row and the job that sends it, in one transaction. */
export function queueMessage<P extends Subject>(
  deps: NotificationsDeps,
  template: TemplateName,
  detailsOf?: (payload: P, event: ReceivedEvent<P>) => object,
): Listener<P> {
  return queueMessages(deps, [[template, detailsOf]])
}

/** Answers an event with several mails, all of them or none. */
export function queueMessages<P extends Subject>(
  deps: NotificationsDeps,
  mails: readonly (readonly [
    template: TemplateName,
    detailsOf?: ((payload: P, event: ReceivedEvent<P>) => object) | undefined,
  ])[],
): Listener<P> {
  return async (event, { once, now }) => {
    await once(async (tx) => {
      const { payload } = event
      for (const [template, detailsOf = () => ({})] of mails) {
        const message = {
          id: newId(),
          event_id: event.id,
          template,
          subject: payload,
          details: detailsOf(payload, event),
        }
        if (!(await insertMessage(tx, message, now()))) continue
        await deps.jobs.add(tx, SEND_JOB, { message_id: message.id }, { maxAttempts: SEND_TRIES })
      }
    })
  }
}
