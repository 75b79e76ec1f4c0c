import type { PublicClient } from '@rampart/client/public-client.ts'
import type { ProductSummary } from '../catalog/types.ts'
import { readIds } from './id-cookie.ts'

const SHOWN = 4

/** All that a browser remembers. */
export const ALL_SEEN = 20

/** What this browser looked at last, the newest first, without the product that is open. */
export async function loadSeen(
  request: Request,
  { catalog }: Pick<PublicClient, 'catalog'>,
  besides?: string,
  shown = SHOWN,
): Promise<ProductSummary[]> {
  // Some more than are shown: what is no longer sold falls out.
  const ids = readIds(request, 'seen')
    .filter((id) => id !== besides)
    .slice(0, shown * 2)
  if (ids.length === 0) return []
  return (await catalog.getCards({ product_ids: ids })).items.slice(0, shown)
}
