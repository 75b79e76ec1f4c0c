import type { PublicClient } from '@rampart/client/public-client.ts'

/** The account as its owner sees it. */
export type OwnProfile = Awaited<ReturnType<PublicClient['identity']['getMe']>>

/** The change of address that waits, or null. */
export type OwnEmailChange = Awaited<ReturnType<PublicClient['identity']['getEmailChange']>>['change']
