import type { PublicClient } from '@rampart/client/public-client.ts'

type Connected = Awaited<ReturnType<PublicClient['oauth']['listConnectedApps']>>

/** What an app can be allowed. */
export type ScopeName = Connected['items'][number]['scopes'][number]

/** The texts of scopes by their names; a colon would mean something else to who looks them up. */
export const scopeTexts = {
  openid: 'apps.scope.openid',
  profile: 'apps.scope.profile',
  email: 'apps.scope.email',
  offline_access: 'apps.scope.offline_access',
  'shop:read': 'apps.scope.shop_read',
  'shop:orders': 'apps.scope.shop_orders',
} as const satisfies Readonly<Record<ScopeName, string>>
