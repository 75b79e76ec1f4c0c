import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** True once script runs in the browser; false in server-rendered HTML, so that both agree on the first paint. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
