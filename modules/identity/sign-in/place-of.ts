import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { countryOf } from '@rampart/platform/geo/country-of.ts'

/** The country that a call came from, as an ISO 3166-1 code; null for local networks and where it is not known. */
export async function placeOf({ ip }: Pick<CallContext, 'ip'>): Promise<string | null> {
  return countryOf(ip)
}
