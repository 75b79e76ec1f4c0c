import type { Settings } from '@rampart/platform/config/settings.ts'

/** This shop, as authenticators know it. */
export type RelyingParty = { readonly id: string; readonly origin: string; readonly name: string }

/** How long a challenge may be answered, in milliseconds. */
export const CHALLENGE_MS = 5 * 60_000

/** EdDSA, ES256 and RS256 (COSE algorithm identifiers): what every browser and authenticator knows one of. */
export const ALGORITHMS = [-8, -7, -257]

/** The relying party of a shop: the host and the origin of its public address, and nothing beside them. */
export function relyingParty(settings: Pick<Settings, 'public_url' | 'shop_name'>): RelyingParty {
  const { hostname, origin } = new URL(settings.public_url)
  return { id: hostname, origin, name: settings.shop_name }
}

/** What an authenticator keeps with a passkey to tell whose it is: the bytes of the account's id, base64url. */
export function userHandleOf(accountId: string): string {
  return Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url')
}
