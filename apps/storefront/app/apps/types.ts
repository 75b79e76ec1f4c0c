import type { PublicClient } from '@rampart/client/public-client.ts'

type Connected = Awaited<ReturnType<PublicClient['oauth']['listConnectedApps']>>

/** What an app can be allowed. */
export type ScopeName = Connected['items'][number]['scopes'][number]
