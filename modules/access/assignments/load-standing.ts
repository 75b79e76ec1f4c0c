import { holdsPermission } from '@rampart/platform/contract/principal.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import { type Giver, refusalToGive } from '../domain/giving.ts'
import { combine, type Standing } from '../domain/standing.ts'
import { findAccountRoles, findHeldRoles } from '../store/standings.ts'

type Person = { readonly account_id: string; readonly role: string }

/** What people may do at this moment, by their ids; whoever has no role that exists may do nothing. */
export async function loadStandings(
  q: Queryable,
  people: readonly Person[],
  now: Date,
): Promise<ReadonlyMap<string, Standing>> {
  const held = await findHeldRoles(q, people, now)
  return new Map(
    people.map(({ account_id }) => [
      account_id,
      combine(held.filter((role) => role.account_id === account_id)),
    ]),
  )
}

/** What one person may do at this moment. */
export async function loadStanding(q: Queryable, person: Person, now: Date): Promise<Standing> {
  return (await loadStandings(q, [person], now)).get(person.account_id) ?? combine([])
}

/** What one person may do at this moment, and which roles of accounts they may give to others. */
export async function loadFullStanding(
  q: Queryable,
  person: Person,
  now: Date,
): Promise<Standing & { readonly gives: readonly string[] }> {
  const standing = await loadStanding(q, person, now)
  const giver = giverOf(standing)
  const roles = await findAccountRoles(q)
  return {
    ...standing,
    gives: roles.filter((role) => refusalToGive(giver, role) === null).map(({ name }) => name),
  }
}

/** Somebody as the rules about giving see them. */
export function giverOf({ priority, permissions }: Standing): Giver {
  return { priority, holds: (permission) => holdsPermission(permissions, permission) }
}
