import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Notifications } from '@rampart/contracts/notifications.ts'
import type { NotificationsDeps } from '../deps.ts'
import { listSentTo } from '../store/person.ts'

/** Which mails went to a customer. What they said is not kept. */
export const exportPersonalData =
  (deps: NotificationsDeps): Handler<Notifications, 'exportPersonalData'> =>
  async (person) => ({ sections: [{ name: 'mails', data: await listSentTo(deps.db, person) }] })
