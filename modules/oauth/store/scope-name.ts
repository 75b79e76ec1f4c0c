/** What an app can ask for. */
export type ScopeName = 'openid' | 'profile' | 'email' | 'offline_access' | 'shop:read' | 'shop:orders'
