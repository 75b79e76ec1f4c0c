import { access, chmod, constants, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { listedLinks, nativeSource, repairLinks } from './native-source.ts'
import { blockingFolder, readableTree } from './reachable.ts'
import type { ServerUser } from './server-user.ts'
import { stageNative } from './stage.ts'

/**
 * A folder with PostgreSQL's programs, complete and runnable by `user`: the installed package where that will do,
 * a copy elsewhere where it will not (a home that others may not enter, a read-only install without its links).
 */
export async function nativeFolder(user: ServerUser | undefined): Promise<string> {
  const source = await nativeSource()
  if (user) {
    const reachable =
      !(await blockingFolder(source.folder, user)) && (await readableTree(source.folder, user))
    if (!reachable) return await stageNative(source, user)
  }
  return (await completed(source.folder)) ? source.folder : await stageNative(source, user)
}

async function completed(native: string): Promise<boolean> {
  try {
    await repairLinks(native)
    for (const { path } of await listedLinks(native)) await stat(join(native, path))
    for (const program of await readdir(join(native, 'bin'))) {
      const path = join(native, 'bin', program)
      await access(path, constants.X_OK).catch(() => chmod(path, 0o755))
    }
    return true
  } catch {
    return false
  }
}
