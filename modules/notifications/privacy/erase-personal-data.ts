import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Notifications } from '@rampart/contracts/notifications.ts'
import type { NotificationsDeps } from '../deps.ts'
import { forgetRecipient } from '../store/person.ts'

/** Forgets that a customer was written to. Customers record it; here nothing is left that could be named. */
export const erasePersonalData =
  (deps: NotificationsDeps): Handler<Notifications, 'erasePersonalData'> =>
  async (person) => {
    await forgetRecipient(deps.db, person)
    return null
  }
