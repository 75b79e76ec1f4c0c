import { readFileSync } from 'node:fs'

/** A role as it comes with the product. */
export type SeededRole = {
  readonly name: string
  readonly title: string
  readonly priority: number
  readonly permissions: readonly string[]
}

const migration = new URL('../../modules/access/migrations/0001-roles.sql', import.meta.url)

const ROW = /\('[0-9a-f-]{36}', '(\w+)', '([^']+)',\s+'[^']+', (\d+), true,\s+'\{([^}]*)\}'\)/g

/** The roles that a new shop has, the highest first, as the migration writes them. */
export function seededRoles(): SeededRole[] {
  const text = readFileSync(migration, 'utf8')
  return [...text.matchAll(ROW)].map(([, name = '', title = '', priority, permissions = '']) => ({
    name,
    title,
    priority: Number(priority),
    permissions: permissions.split(',').filter((permission) => permission !== ''),
  }))
}
