/** Whom a page is for: a shopper in the shop, or staff in the back office. */
export type Audience = 'shop' | 'staff'

/** Addresses that mails point to, all made from the shop's configured address. */
export type Links = {
  readonly shop: string
  readonly help: string
  /** Where customers fetch their data. */
  readonly privacy: string
  /** What a customer has written about products. */
  readonly reviews: string
  /** Where staff decide on what needs two people. */
  readonly approvals: string
  /** What staff keep in stock, what runs low first. */
  readonly stock: string
  signIn(audience: Audience): string
  forgotPassword(audience: Audience): string
  /** The page `path` of the shop or of the back office, with the one-time token that opens it. */
  withToken(path: `/${string}`, audience: Audience, token: string): string
  /** Guests open their order with its token; customers sign in. */
  order(id: string, token: string | null): string
  /** The page of a return, as `order`. */
  return(orderId: string, returnId: string, token: string | null): string
  /** The invoice of an order as a PDF, opened as its page is. */
  invoice(id: string, token: string | null): string
  product(slug: string): string
  /** A picture's absolute address. */
  picture(url: string): string
}

/** Links into the shop that is reached at `publicUrl`, and into its back office below `/admin`. */
export function links(publicUrl: string): Links {
  const at = (path: string, query: Readonly<Record<string, string>> = {}): string => {
    const url = new URL(path, publicUrl)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return url.href
  }
  const pageOf = (audience: Audience, path: string): string => (audience === 'staff' ? `/admin${path}` : path)
  return {
    shop: at('/'),
    help: at('/help'),
    privacy: at('/account/privacy'),
    reviews: at('/account/reviews'),
    approvals: at('/admin/approvals'),
    stock: at('/admin/inventory', { low: 'true' }),
    signIn: (audience) => at(pageOf(audience, '/sign-in')),
    forgotPassword: (audience) => at(pageOf(audience, '/forgot-password')),
    withToken: (path, audience, token) => at(pageOf(audience, path), { token }),
    order: (id, token) => at(`/orders/${encodeURIComponent(id)}`, token === null ? {} : { token }),
    return: (orderId, returnId, token) =>
      at(
        `/orders/${encodeURIComponent(orderId)}/returns/${encodeURIComponent(returnId)}`,
        token === null ? {} : { token },
      ),
    invoice: (id, token) => at(`/orders/${encodeURIComponent(id)}/invoice`, token === null ? {} : { token }),
    product: (slug) => at(`/p/${encodeURIComponent(slug)}`),
    picture: (url) => at(url),
  }
}

/** An https address that may be linked to, else null. */
export function safeUrl(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url)
  return parsed?.protocol === 'https:' ? parsed.href : null
}
