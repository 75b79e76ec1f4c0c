import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { AccessDeps } from '../deps.ts'
import { loadFullStanding } from './load-standing.ts'

/** What somebody of the staff may do at this moment. Known for a second at most. */
export const standingOf =
  (deps: AccessDeps): Handler<Access, 'standingOf'> =>
  async (person, context) => {
    const { priority, roles, gives, permissions } = await knownStanding(deps, person, context.now())
    // The dispatcher copies what it answers.
    return { priority, roles: [...roles], gives: [...gives], permissions: [...permissions] }
  }

/** The same for the module's own use. */
export async function knownStanding(
  deps: AccessDeps,
  person: { readonly account_id: string; readonly role: string },
  now: Date,
): Promise<FullStanding> {
  const load = (): Promise<FullStanding> => loadFullStanding(deps.db, person, now)
  return (await deps.standings.get(`${person.role}:${person.account_id}`, now, load)) ?? (await load())
}

type FullStanding = Awaited<ReturnType<typeof loadFullStanding>>
