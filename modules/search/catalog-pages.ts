import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { SearchDeps } from './deps.ts'
import type { IndexDocument } from './domain/index-document.ts'

const PAGE = 200
const CALL_MS = 30_000

/** All published products, page by page. */
export async function* catalogPages(deps: SearchDeps, call: CallContext): AsyncGenerator<IndexDocument[]> {
  let after: string | null = null
  for (;;) {
    const { documents }: { documents: IndexDocument[] } = await deps.clients.catalog.getIndexDocuments(
      freshDeadline(call, deps.clock()),
      { after, limit: PAGE },
    )
    if (documents.length > 0) yield documents
    if (documents.length < PAGE) return
    after = documents.at(-1)?.product_id ?? null
  }
}

// A build takes longer than one call may.
function freshDeadline(call: CallContext, now: Date): CallContext {
  return { ...call, deadline: Math.max(call.deadline, now.getTime() + CALL_MS) }
}
