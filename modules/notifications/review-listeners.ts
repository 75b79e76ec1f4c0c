import { listen, type ListenerTable } from '@rampart/platform/events/listener.ts'
import { reviews } from '@rampart/contracts/reviews.ts'
import type { NotificationsDeps } from './deps.ts'
import { oneLine } from './domain/mail.ts'
import { queueMessage } from './queue-message.ts'

/** What authors of reviews are told. */
export const reviewListeners = (deps: NotificationsDeps): ListenerTable => [
  listen(
    reviews,
    'reviews.review-decided.v1',
    queueMessage(deps, 'review-decided', ({ product_name, product_slug, decision, reason }) => ({
      product_name: product_name === null ? null : oneLine(product_name),
      product_slug,
      decision,
      reason,
    })),
  ),
]
