import type { Recipient } from '../domain/document.ts'
import { countryText, type Language } from './words.ts'

/** An address, line by line. */
export function addressText(address: Recipient, language: Language): string[] {
  const town = [address.postal_code, address.city].join(' ')
  return [
    address.company,
    address.full_name,
    address.street,
    address.street2,
    [town, address.state].filter(Boolean).join(', '),
    countryText(address.country, language),
  ].filter((line): line is string => line !== undefined && line !== '')
}
