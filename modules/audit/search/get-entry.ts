import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { AuditDeps } from '../deps.ts'
import { findLinkOf } from '../store/chain.ts'
import { findEntry, listOfRequest } from '../store/entries.ts'
import { provenPosition } from '../store/statements.ts'

const MOST_OF_REQUEST = 50

/** One entry with its place in the chain and what else the same request did. */
export const getEntry =
  (deps: AuditDeps): Handler<Audit, 'getEntry'> =>
  async ({ entry_id }, context) => {
    const entry = await findEntry(deps.db, entry_id)
    if (entry === null) throw context.fail('NOT_FOUND')
    const [link, proven, sameRequest] = await Promise.all([
      findLinkOf(deps.db, entry_id),
      provenPosition(deps.db),
      listOfRequest(deps.db, entry.request_id, MOST_OF_REQUEST + 1),
    ])
    return {
      entry,
      chain:
        link === null
          ? null
          : {
              position: link.position,
              hash: link.hash.toString('hex'),
              proven: link.position <= proven,
            },
      same_request: sameRequest.filter(({ id }) => id !== entry_id).slice(0, MOST_OF_REQUEST),
    }
  }
