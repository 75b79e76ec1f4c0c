import type { Route } from '@rampart/platform/http/route-table.ts'
import { type Caller, everyCaller } from './access-matrix.ts'
import { type Belonging, type Exempt, type OwnershipRow, things } from './ownership/things.ts'
import { inputSchema, type Schema } from './sample-input.ts'
import { z } from 'zod'

export type AccessRows = Readonly<Record<string, readonly Caller[]>>
export type OwnershipRows = Readonly<Record<string, OwnershipRow>>

/** `contract.operation`. */
export const nameOf = (route: Pick<Route, 'contract' | 'name'>): string => `${route.contract}.${route.name}`

/** What stands for a list, where others are called by the id that they take. */
export const LIST = 'items'

/** The ids that an operation takes, from its contract: each parameter of its path and each id of its input. */
export function idsOf(route: Route): string[] {
  const found = new Set([...route.path.matchAll(/:([a-z_]+)/g)].map(([, name = '']) => name))
  collectIds(inputSchema(route), '', found)
  return [...found]
}

function collectIds(schema: Schema, at: string, found: Set<string>): void {
  for (const choice of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) collectIds(choice, at, found)
  if (schema.type === 'string' && (schema.format === 'uuid' || /(^|[._])id$/.test(at))) found.add(at)
  if (schema.items !== undefined) collectIds(schema.items, `${at}[]`, found)
  for (const [key, value] of Object.entries(schema.properties ?? {}))
    collectIds(value, at === '' ? key : `${at}.${key}`, found)
}

/** Whether an operation is a query that lists things. */
export function isList({ method, operation }: Route): boolean {
  if (operation.kind !== 'query' || method !== 'GET') return false
  const output = z.toJSONSchema(operation.output, { io: 'input', unrepresentable: 'any' }) as Schema
  return [output, ...(output.anyOf ?? [])].some(({ properties }) => properties?.[LIST]?.type === 'array')
}

/** The ids of an operation, and `items` where it lists things without being told of which. */
export function ownedBy(route: Route): string[] {
  const ids = idsOf(route)
  return isList(route) && !route.path.includes(':') ? [...ids, LIST] : ids
}

/** What is missing in the matrix, or stands there for nothing: a sentence each, which says where it belongs. */
export function missingRows(
  routes: readonly Route[],
  access: AccessRows,
  ownership: OwnershipRows,
): string[] {
  const served = new Map(routes.map((route) => [nameOf(route), route]))
  const missing: string[] = []
  for (const [name, route] of served) {
    const place = `${name} (${route.method} ${route.path})`
    if (access[name] === undefined)
      missing.push(`${place} has no row for roles: say who may call it in tests/support/access-matrix.ts.`)
    for (const id of ownedBy(route)) {
      if (ownership[name]?.[id] !== undefined) continue
      const what = id === LIST ? `lists ${LIST}` : `takes ${id}`
      missing.push(
        `${place} ${what} and has no row for it: say whose that is in tests/support/ownership-matrix.ts.`,
      )
    }
  }
  for (const name of Object.keys(access).filter((each) => !served.has(each)))
    missing.push(`${name} is no public operation: take its row out of tests/support/access-matrix.ts.`)
  for (const [name, row] of Object.entries(ownership)) {
    const route = served.get(name)
    const known = route === undefined ? [] : ownedBy(route)
    for (const id of Object.keys(row).filter((each) => !known.includes(each)))
      missing.push(`${name} takes no ${id}: take the row out of tests/support/ownership-matrix.ts.`)
  }
  return missing
}

/** Whose a thing is, as a caller sees it: their own, that of another caller or of the shop, or nobody's. */
export type Relation = 'own' | Caller | 'the shop' | 'nobody'

/** Who is tried as the owner of a thing when a caller asks for it. */
export function relationsOf({ thing }: Belonging, caller: Caller): Relation[] {
  const having: readonly Caller[] = things[thing]
  const others: readonly Relation[] = having.length === 0 ? ['the shop'] : having
  return [...(having.includes(caller) ? (['own'] as const) : []), ...others, 'nobody']
}

export const isExempt = (row: Belonging | Exempt): row is Exempt => 'exempt' in row

/** What is to be heard when nothing stands in the way. */
export const DONE = 'done'

/** What a caller is to hear: `done`, a status, or a status with a code. */
export function outcomeOf(
  row: Belonging,
  allowed: readonly Caller[],
  caller: Caller,
  relation: Relation,
): string {
  if (!allowed.includes(caller)) return caller === 'guest' ? '401' : '403'
  if (relation === 'own' && (things[row.thing] as readonly Caller[]).includes(caller)) return row.own ?? DONE
  if (relation !== 'nobody' && row.all.includes(caller)) return row.others ?? DONE
  return row.missing ?? '404'
}

/** One try of the matrix. */
export type Case = {
  readonly caller: Caller
  readonly relation: Relation
  readonly wanted: string
}

/** Every caller with every owner of what an id stands for. */
export function casesOf(row: Belonging, allowed: readonly Caller[]): Case[] {
  return everyCaller.flatMap((caller) =>
    relationsOf(row, caller).map((relation) => ({
      caller,
      relation,
      wanted: outcomeOf(row, allowed, caller, relation),
    })),
  )
}
