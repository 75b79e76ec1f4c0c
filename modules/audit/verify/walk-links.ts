import type { Queryable } from '@rampart/platform/db/db.ts'
import { type LinkedEntry, listLinks } from '../store/chain.ts'

const BATCH = 2_000

/** Links after a position, in order, up to `last`; read in batches. */
export async function* walkLinks(
  q: Queryable,
  after: number,
  last = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<LinkedEntry> {
  let reading = listLinks(q, after, BATCH)
  for (;;) {
    const links = await reading
    const end = links.at(-1)
    const more = links.length === BATCH && end !== undefined && end.position < last
    // The next batch is on its way while this one is looked at.
    if (more) {
      reading = listLinks(q, end.position, BATCH)
      // Should nobody go on, nobody hears of its failure.
      reading.catch(() => undefined)
    }
    for (const link of links) {
      if (link.position > last) return
      yield link
    }
    if (!more) return
  }
}
