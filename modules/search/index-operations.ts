import type { Search } from '@rampart/contracts/search.ts'
import type { Implementation } from '@rampart/platform/contract/handler.ts'
import type { SearchDeps } from './deps.ts'
import { queueBuild } from './queue.ts'
import { findIndexState } from './store/state.ts'

/** How the index stands, and the command to build it anew. */
export const indexOperations = (
  deps: SearchDeps,
): Pick<Implementation<Search>, 'getIndexState' | 'rebuildIndex'> => ({
  getIndexState: async () => {
    const state = await findIndexState(deps.db, deps.clock())
    const { failed_due: _due, documents_then: _then, alive_at: _alive, ...view } = state
    return view
  },
  rebuildIndex: async (_input, context) => {
    await deps.db.tx(async (tx) => {
      await queueBuild(deps, tx)
      await deps.audit.record(tx, context, {
        action: 'search.index-rebuild-requested',
        subject_type: 'search_index',
        subject_id: context.request_id,
      })
    })
    return null
  },
})
