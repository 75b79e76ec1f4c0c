import { readdirSync, readFileSync } from 'node:fs'

/** A role as it comes with the product. */
export type SeededRole = {
  readonly name: string
  readonly title: string
  readonly priority: number
  readonly permissions: readonly string[]
}

const migrations = new URL('../../modules/access/migrations/', import.meta.url)

const ROW = /\('[0-9a-f-]{36}', '(\w+)', '([^']+)',\s+'[^']+', (\d+), true,\s+'\{([^}]*)\}'\)/g

// Later modules bring permissions of their own, and give them to roles by rows of this form.
const ADDED = /^ {2}\('(\w+)', '([a-z-]+:[a-z*-]+)'\),?$/gm

/** The roles that a new shop has, the highest first, as the migrations write them. */
export function seededRoles(): SeededRole[] {
  const texts = readdirSync(migrations)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(new URL(name, migrations), 'utf8'))
  const added = texts
    .filter((text) => text.includes('AS added (role, permission)'))
    .flatMap((text) =>
      [...text.matchAll(ADDED)].map(([, role = '', permission = '']) => ({ role, permission })),
    )
  return texts.flatMap((text) =>
    [...text.matchAll(ROW)].map(([, name = '', title = '', priority, permissions = '']) => ({
      name,
      title,
      priority: Number(priority),
      permissions: [
        ...permissions.split(',').filter((permission) => permission !== ''),
        ...added.flatMap(({ role, permission }) => (role === name ? [permission] : [])),
      ],
    })),
  )
}
