/** What stands in for the servers of payment providers while the shop is tested; null: the provider's own. */
export type PaymentStandIns = { readonly stripe: string | null; readonly razorpay: string | null }

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Reads the origin of a server on this machine. No other is taken: keys and shoppers would be sent to it. */
export function readStandIn(text: string): string | null {
  const url = URL.parse(text)
  if (url?.protocol !== 'http:' || !LOOPBACK.has(url.hostname)) return null
  return url.origin === text.replace(/\/$/, '') ? url.origin : null
}
