import type { SavedAddress } from './types.ts'

/** The address that is ticked when the page opens. */
export function firstAddress(addresses: SavedAddress[]): SavedAddress | undefined {
  return addresses.find((address) => address.is_default) ?? addresses[0]
}
