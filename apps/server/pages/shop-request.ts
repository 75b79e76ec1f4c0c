import type { ShopperCall } from './shopper-call.ts'

/** What the shop's pages are given with each request; the storefront declares the same shape for itself. */
export type ShopRequest = {
  call: ShopperCall
  nonce: string
  csrf_token: string
  checkCsrf(token: string): boolean
  shopper: { kind: 'guest' } | { kind: 'customer'; id: string; email: string; full_name: string }
  shop: { name: string; tagline: string; currency: string; public_url: string }
  startSession(token: string): void
  endSession(): void
  allowFormTarget(source: string): void
  embedPaymentForm(provider: 'stripe' | 'razorpay'): string
  request_id: string
  report(error: unknown): void
}
