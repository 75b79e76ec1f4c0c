import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { isIP } from 'node:net'
import { Reader } from 'mmdb-lib'
import { isLocalAddress } from './local-address.ts'

const FILE = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'
const COUNTRY = /^[A-Z]{2}$/
const MAPPED_IPV4 = /^::ffff:(?=\d+\.)/i

let reading: Promise<Reader<never>> | undefined

/** The country of an address, as an ISO 3166-1 code; null for local networks and where it is not known. */
export async function countryOf(ip: string | null): Promise<string | null> {
  if (ip === null || isIP(ip) === 0 || isLocalAddress(ip)) return null
  // The file is read when somebody first asks, not at every start.
  reading ??= readFile(createRequire(import.meta.url).resolve(FILE)).then((file) => new Reader<never>(file))
  const found = (await reading).get(ip.replace(MAPPED_IPV4, '')) as { readonly country_code?: unknown } | null
  const code = found?.country_code
  return typeof code === 'string' && COUNTRY.test(code) ? code : null
}
