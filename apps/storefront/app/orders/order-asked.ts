/** Which order a page is about, with the token that opens it for a guest. */
export function orderAsked(args: { params: Record<string, string | undefined>; url: URL }) {
  const token = args.url.searchParams.get('token')
  return { order_id: args.params['orderId'] ?? '', ...(token ? { token } : {}) }
}
