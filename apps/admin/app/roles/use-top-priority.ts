import { useQuery } from '@tanstack/react-query'
import { useMe } from '../session/use-me.ts'
import { rolesQuery } from './roles-query.ts'

const HIGHEST = 99

/** The highest priority that the reader may give: below the one of their own role; owners stand above all. */
export function useTopPriority(): number {
  const me = useMe()
  const roles = useQuery(rolesQuery)
  if (me.role === 'super_admin') return HIGHEST
  const own = roles.data?.items.find(({ name }) => name === me.role)?.priority ?? 1
  return Math.max(1, own - 1)
}
