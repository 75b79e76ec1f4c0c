import { holds } from '../session/use-me.ts'

/** How a list of permissions covers one: written out, by one of its wildcards, or not at all. */
export type Hold = { kind: 'own' | 'wildcard'; by: string } | null

/** The entry of a list that opens a permission; the exact one before a wildcard. */
export function holdOf(permissions: readonly string[], wanted: string): Hold {
  if (permissions.includes(wanted)) return { kind: 'own', by: wanted }
  const by = permissions.find((held) => holds([held], wanted))
  return by === undefined ? null : { kind: 'wildcard', by }
}

/** Permissions by what they are about, both in alphabetical order. */
export function byResource<T extends { name: string }>(
  permissions: readonly T[],
): { resource: string; items: T[] }[] {
  const groups = Map.groupBy(permissions, ({ name }) => name.split(':')[0] ?? name)
  return [...groups]
    .map(([resource, items]) => ({
      resource,
      items: items.toSorted((a, b) => a.name.localeCompare(b.name)),
    }))
    .sort((a, b) => a.resource.localeCompare(b.resource))
}

/** A list without what another entry of it covers anyway, in alphabetical order. */
export function essential(permissions: readonly string[]): string[] {
  const unique = [...new Set(permissions)]
  return unique
    .filter((name) => !unique.some((other) => other !== name && holds([other], name)))
    .sort((a, b) => a.localeCompare(b))
}

/** Checks or unchecks one permission. A wildcard of a resource takes the place of what it covers. */
export function toggled(permissions: readonly string[], name: string, checked: boolean): string[] {
  if (!checked) return permissions.filter((held) => held !== name)
  return [...permissions.filter((held) => !holds([name], held)), name].sort((a, b) => a.localeCompare(b))
}

/** What a role is called by programs, made from its title: 2 to 40 letters, digits and underscores. */
export function roleNameOf(title: string): string {
  return title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)
}
