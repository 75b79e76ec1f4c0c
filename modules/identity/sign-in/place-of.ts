import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { isIP } from 'node:net'
import { Reader } from 'mmdb-lib'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { isLocalAddress } from '../domain/local-address.ts'

const FILE = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'
const COUNTRY = /^[A-Z]{2}$/
const MAPPED_IPV4 = /^::ffff:(?=\d+\.)/i

let reading: Promise<Reader<never>> | undefined

/** The country that a call came from, as an ISO 3166-1 code; null for local networks and where it is not known. */
export async function placeOf({ ip }: Pick<CallContext, 'ip'>): Promise<string | null> {
  if (ip === null || isIP(ip) === 0 || isLocalAddress(ip)) return null
  // The file is read at the first sign-in from outside, not at every start.
  reading ??= readFile(createRequire(import.meta.url).resolve(FILE)).then((file) => new Reader<never>(file))
  const found = (await reading).get(ip.replace(MAPPED_IPV4, '')) as { readonly country_code?: unknown } | null
  const code = found?.country_code
  return typeof code === 'string' && COUNTRY.test(code) ? code : null
}
