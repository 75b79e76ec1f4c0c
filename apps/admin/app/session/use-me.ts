import { queryOptions, useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { api, type Me } from '../api.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.identity.getMe({}, { signal }),
  staleTime: 60_000,
})

const MeContext = createContext<Me | null>(null)

export const MeProvider = MeContext.Provider

/** The account that is signed in. Only below the shell, which waits for it. */
export function useMe(): Me {
  const me = use(MeContext)
  if (me === null) throw new Error('useMe stands outside the shell.')
  return me
}

/** Asks who is signed in; for the shell. */
export function useMeQuery() {
  return useQuery(meQuery)
}

/** Whether the permissions held cover the one that is needed: `resource:action`, either side may be `*`. */
export function holds(permissions: readonly string[], wanted: string): boolean {
  const [resource, action] = wanted.split(':')
  return permissions.some((held) => {
    const [heldResource, heldAction] = held.split(':')
    return (
      (heldResource === '*' || heldResource === resource) && (heldAction === '*' || heldAction === action)
    )
  })
}

/** Whether the account may do this. The server decides; this spares people dead ends. */
export function useCan(): (permission: string) => boolean {
  const { permissions } = useMe()
  return (permission) => holds(permissions, permission)
}
