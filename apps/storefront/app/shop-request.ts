/** Who is shopping, as the server has established it. */
type Shopper = { kind: 'guest' } | { kind: 'customer'; id: string; email: string; full_name: string }

/** What the shop says about itself. */
type Shop = {
  name: string
  tagline: string
  /** Every article has a price in it. */
  currency: string
  /** All that it sells in, its own first. */
  currencies: readonly string[]
  public_url: string
}

/** Everything a page may use of the request it answers. The server makes it; there is no other way to data. */
export type ShopRequest = {
  /** Calls an operation of a contract, for example `catalog.listProducts`, as the shopper. Fails as the client does. */
  call(operation: string, input: unknown, options?: { idempotency_key?: string }): Promise<unknown>
  /** The nonce of this answer's content security policy. */
  nonce: string
  csrf_token: string
  checkCsrf(token: string): boolean
  shopper: Shopper
  shop: Shop
  /** Keeps the session in an httpOnly cookie of the answer. */
  startSession(session_token: string): void
  /** Removes the session's cookies with the answer. */
  endSession(): void
  /** Lets forms of this page lead on to a source outside the shop, as a content security policy writes it. */
  allowFormTarget(source: string): void
  /**
   * Lets the form of a payment provider stand on this page, which has to be loaded as a document of its own: its policy
   * came with it. Answers the address of the form's script.
   */
  embedPaymentForm(provider: 'stripe' | 'razorpay'): string
  request_id: string
  /** Takes what went wrong without being expected: a bug, a dependency that is down. */
  report(error: unknown): void
}
