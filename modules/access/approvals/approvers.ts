import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'
import { loadStandings } from '../assignments/load-standing.ts'
import type { AccessDeps } from '../deps.ts'

/** Those of the staff, or of these accounts, who can act at this moment and hold a permission. */
export async function holdersOf(
  deps: AccessDeps,
  context: HandlerContext,
  permission: string,
  accountIds?: readonly string[],
): Promise<string[]> {
  const among = accountIds === undefined ? {} : { account_ids: [...accountIds] }
  const { items } = await deps.clients.identity.findStaff(context, among)
  const standings = await loadStandings(deps.db, items, context.now())
  return [...standings].flatMap(([id, { permissions }]) =>
    holdsPermission(permissions, permission) ? [id] : [],
  )
}
