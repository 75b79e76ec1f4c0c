import { safeEqual, sign } from '@rampart/platform/crypto/tokens.ts'
import type { OrdersDeps } from './deps.ts'

const PURPOSE = 'orders:tracking'

/** The secret that opens one order without an account. It follows from the order's id and a key: nothing is stored. */
export function trackingToken(deps: OrdersDeps, orderId: string): string {
  return sign(deps.keys.derive(PURPOSE), `order:${orderId}`)
}

/** Whether a token opens the order. */
export function isTrackingToken(deps: OrdersDeps, orderId: string, token: string): boolean {
  return safeEqual(token, trackingToken(deps, orderId))
}
