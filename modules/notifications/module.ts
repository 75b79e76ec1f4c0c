import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { notifications } from '@rampart/contracts/notifications.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { payments } from '@rampart/contracts/payments.ts'
import type { NotificationsDeps } from './deps.ts'
import { links } from './domain/links.ts'
import { listMessages } from './list-messages.ts'
import { queueMessage } from './queue-message.ts'
import { SEND_JOB, sendMessage } from './send-message.ts'
import { emlTransport } from './transport/eml-transport.ts'
import { smtpTransport } from './transport/smtp-transport.ts'

/** Mails about accounts and orders. */
export const notificationsModule = defineModule({
  contract: notifications,
  calls: { identity, orders },
  migrations: new URL('./migrations/', import.meta.url),
  create: (given) => {
    const { settings } = given
    const deps: NotificationsDeps = {
      ...given,
      transport:
        settings.smtp_url === null ? emlTransport(settings) : smtpTransport(settings, settings.smtp_url),
      shop: { name: settings.shop_name, links: links(settings.public_url) },
    }
    return {
      operations: { listMessages: listMessages(deps) },
      listens: [
        listen(identity, 'identity.verification-requested.v1', queueMessage(deps, 'verify-email')),
        listen(identity, 'identity.duplicate-registration.v1', queueMessage(deps, 'duplicate-registration')),
        listen(orders, 'orders.order-paid.v1', queueMessage(deps, 'order-confirmation')),
        listen(orders, 'orders.order-shipped.v1', queueMessage(deps, 'order-shipped')),
        listen(
          orders,
          'orders.order-cancelled.v1',
          queueMessage(deps, 'order-cancelled', ({ reason, was_paid }) => ({ reason, was_paid })),
        ),
        listen(
          payments,
          'payments.payment-refunded.v1',
          queueMessage(deps, 'order-refunded', ({ amount_minor, currency, full }) => ({
            amount_minor,
            currency,
            full,
          })),
        ),
      ],
      jobs: { [SEND_JOB]: sendMessage(deps) },
    }
  },
})
