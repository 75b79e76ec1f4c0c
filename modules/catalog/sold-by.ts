/** Who sells a product, as shoppers read it; null for the shop itself, and while a seller has no name here. */
export function soldBy(
  sellerId: string | null | undefined,
  names: ReadonlyMap<string, string>,
): { name: string } | null {
  const name = typeof sellerId === 'string' ? names.get(sellerId) : undefined
  return name === undefined ? null : { name }
}
