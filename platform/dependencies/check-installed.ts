import { readFile } from 'node:fs/promises'
import { belowFloor, type Floor, type Lockfile } from './floor.ts'

const floorFile = new URL('./floor.json', import.meta.url)

/** What npm itself keeps about what lies in `node_modules`, and what it was asked to put there. */
const installed = [
  new URL('../../node_modules/.package-lock.json', import.meta.url),
  new URL('../../package-lock.json', import.meta.url),
]

/** How many packages are installed, and those that are banned or too old; null when nothing tells. */
export async function checkInstalled(
  lockfiles: readonly URL[] = installed,
): Promise<{ readonly packages: number; readonly problems: readonly string[] } | null> {
  const { _note, ...floors } = JSON.parse(await readFile(floorFile, 'utf8')) as Record<string, Floor>
  for (const file of lockfiles) {
    const lockfile = await readLockfile(file)
    if (lockfile === null) continue
    const packages = Object.entries(lockfile.packages).filter(([path, entry]) => path !== '' && !entry.link)
    return { packages: packages.length, problems: belowFloor(lockfile, floors) }
  }
  return null
}

async function readLockfile(file: URL): Promise<Lockfile | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Lockfile
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
