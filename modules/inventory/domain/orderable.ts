type Stock = { readonly available: number; readonly backorder_limit: number }

/** How many pieces can be ordered: what is available and what may be ordered beyond it. */
export const orderable = ({ available, backorder_limit }: Stock): number =>
  Math.max(0, available + backorder_limit)

/** How many of the pieces that can be ordered are not there yet. */
export const shippedLater = (stock: Stock): number => orderable(stock) - Math.max(0, stock.available)
