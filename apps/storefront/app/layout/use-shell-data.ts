import { useRouteLoaderData } from 'react-router'
import type { loader } from '../root.tsx'

/** What the root has loaded; undefined on an error page whose cause was the root itself. */
export function useShellData() {
  return useRouteLoaderData<typeof loader>('root')
}
