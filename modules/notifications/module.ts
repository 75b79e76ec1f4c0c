import { defineModule } from '@rampart/platform/module/define-module.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { notifications } from '@rampart/contracts/notifications.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { recommendations } from '@rampart/contracts/recommendations.ts'
import { accessListeners } from './access-listeners.ts'
import { accountListeners } from './account-listeners.ts'
import type { NotificationsDeps } from './deps.ts'
import { links } from './domain/links.ts'
import { listMessages } from './list-messages.ts'
import { orderListeners } from './order-listeners.ts'
import { erasePersonalData } from './privacy/erase-personal-data.ts'
import { exportPersonalData } from './privacy/export-personal-data.ts'
import { privacyListeners } from './privacy/privacy-listeners.ts'
import { sendFarewell } from './privacy/send-farewell.ts'
import { reviewListeners } from './review-listeners.ts'
import { SEND_JOB, sendMessage } from './send-message.ts'
import { stockListeners } from './stock-listeners.ts'
import { emlTransport } from './transport/eml-transport.ts'
import { smtpTransport } from './transport/smtp-transport.ts'
import { wishListeners } from './wish-listeners.ts'

/** Mails about accounts and orders. */
export const notificationsModule = defineModule({
  contract: notifications,
  calls: { identity, orders, recommendations },
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
      operations: {
        listMessages: listMessages(deps),
        sendFarewell: sendFarewell(deps),
        exportPersonalData: exportPersonalData(deps),
        erasePersonalData: erasePersonalData(deps),
      },
      listens: [
        ...accountListeners(deps),
        ...accessListeners(deps),
        ...stockListeners(deps),
        ...orderListeners(deps),
        ...privacyListeners(deps),
        ...wishListeners(deps),
        ...reviewListeners(deps),
      ],
      jobs: { [SEND_JOB]: sendMessage(deps) },
    }
  },
})
