import type { Lockfile } from '@rampart/platform/dependencies/floor.ts'

/** Locked packages that are tied to an address, of a registry, a repository or a file. */
export function addressesIn(lockfile: Lockfile): string[] {
  return Object.entries(lockfile.packages)
    .filter(([, entry]) => entry.resolved !== undefined && !entry.link)
    .map(([path]) => path)
}
