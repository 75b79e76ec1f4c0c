import type { Identity } from '@rampart/contracts/identity.ts'
import type { Notifications } from '@rampart/contracts/notifications.ts'
import type { Orders } from '@rampart/contracts/orders.ts'
import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'
import type { Shop } from './domain/frame.ts'
import type { MailTransport } from './transport/mail-transport.ts'

/** What the use cases of this module are handed: the platform's parts and the module's own. */
export type NotificationsDeps = Deps<
  Notifications,
  { identity: Identity; orders: Orders; recommendations: Recommendations }
> & {
  readonly transport: MailTransport
  readonly shop: Shop
}
