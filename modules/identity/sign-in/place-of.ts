import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { networkOf } from '../domain/network-of.ts'

/** Where a call came from, as far as it is known: its network. */
export function placeOf({ ip }: Pick<CallContext, 'ip'>): string | null {
  return ip === null ? null : networkOf(ip)
}
