import { access } from 'node:fs/promises'

/** Whether something is at this path that can be read. */
export function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
