import { listen, type ListenerTable } from '@rampart/platform/events/listener.ts'
import { access } from '@rampart/contracts/access.ts'
import type { NotificationsDeps } from './deps.ts'
import { queueMessage } from './queue-message.ts'

/** What happens to proposals that need a second person, and the mails that tell of it. */
export const accessListeners = (deps: NotificationsDeps): ListenerTable => [
  listen(
    access,
    'access.approval-asked.v1',
    queueMessage(deps, 'approval-asked', ({ operation }) => ({ operation })),
  ),
  listen(
    access,
    'access.approval-decided.v1',
    queueMessage(deps, 'approval-decided', ({ operation, approved }) => ({ operation, approved })),
  ),
]
