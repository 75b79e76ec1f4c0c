/** Addresses that mails point to, all made from the shop's configured address. */
export type Links = {
  readonly shop: string
  readonly signIn: string
  verifyEmail(token: string): string
  /** Guests open their order with its token; customers sign in. */
  order(id: string, token: string | null): string
  /** A picture's absolute address. */
  picture(url: string): string
}

/** Links into the shop that is reached at `publicUrl`. */
export function links(publicUrl: string): Links {
  const at = (path: string, query: Readonly<Record<string, string>> = {}): string => {
    const url = new URL(path, publicUrl)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return url.href
  }
  return {
    shop: at('/'),
    signIn: at('/sign-in'),
    verifyEmail: (token) => at('/verify-email', { token }),
    order: (id, token) => at(`/orders/${encodeURIComponent(id)}`, token === null ? {} : { token }),
    picture: (url) => at(url),
  }
}

/** An https address that may be linked to, else null. */
export function safeUrl(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url)
  return parsed?.protocol === 'https:' ? parsed.href : null
}
