const withToken = (path: string, token: string | null): string =>
  token === null ? path : `${path}?token=${encodeURIComponent(token)}`

/** The form that asks for a return of an order. A guest's carries the token that opens the order. */
export const newReturnPath = (orderId: string, token: string | null): string =>
  withToken(`/orders/${orderId}/return`, token)

/** The page of a return. */
export const returnPath = (orderId: string, returnId: string, token: string | null): string =>
  withToken(`/orders/${orderId}/returns/${returnId}`, token)
