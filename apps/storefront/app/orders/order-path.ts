/** The page of an order. A guest's carries the token that opens it. */
export function orderPath(
  order: { id: string; tracking_token: string | null },
  options: { placed?: boolean; token?: string | null } = {},
): string {
  const query = new URLSearchParams()
  const token = order.tracking_token ?? options.token
  if (token) query.set('token', token)
  if (options.placed) query.set('placed', '1')
  return query.size > 0 ? `/orders/${order.id}?${query.toString()}` : `/orders/${order.id}`
}
