import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Notifications } from '@rampart/contracts/notifications.ts'
import type { NotificationsDeps } from '../deps.ts'
import { SEND_JOB, SEND_TRIES } from '../send-message.ts'
import { insertMessage } from '../store/messages.ts'
import { sealContact } from './sealed-contact.ts'

/** Queues the last mail to somebody whose account is gone, once for each erasure. */
export const sendFarewell =
  (deps: NotificationsDeps): Handler<Notifications, 'sendFarewell'> =>
  async ({ erasure_id, account_id, email, language }, context) => {
    await deps.db.tx(async (tx) => {
      const message = {
        id: newId(),
        event_id: erasure_id,
        template: 'account-erased' as const,
        subject: { account_id },
        details: sealContact(deps.keys, account_id, { email, language }),
      }
      if (!(await insertMessage(tx, message, context.now()))) return
      await deps.jobs.add(tx, SEND_JOB, { message_id: message.id }, { maxAttempts: SEND_TRIES })
    })
    return null
  }
