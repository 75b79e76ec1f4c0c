import { createHash, randomBytes } from 'node:crypto'
import type { Stats } from 'node:fs'
import { chmod, copyFile, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { listedLinks } from './native-source.ts'
import type { NativeSource } from './native-source.ts'
import { blockingFolder } from './reachable.ts'
import type { ServerUser } from './server-user.ts'

type File = { readonly path: string; readonly size: number; readonly executable: boolean }

/**
 * A copy of the binaries where `user` (or, without one, we ourselves) can run them: in a temporary folder, owned by
 * us and writable by nobody else, complete or not there at all. A good copy from an earlier start is used again.
 */
export async function stageNative(source: NativeSource, user: ServerUser | undefined): Promise<string> {
  const files = await filesBelow(source.folder)
  const hash = createHash('sha256')
    .update(JSON.stringify([source.version, files]))
    .digest('hex')
    .slice(0, 12)
  const own = process.getuid?.() ?? 0
  const name = `rampart-pg-${source.version}-${hash}${own === 0 ? '' : `-${own}`}`
  const problems: string[] = []
  for (const parent of user ? [tmpdir(), '/var/tmp', '/var/lib/rampart'] : [tmpdir()]) {
    try {
      return await stageIn(parent, name, source.folder, files, user)
    } catch (error) {
      problems.push(`${parent}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(`PostgreSQL's programs could not be put where they can be run\n${problems.join('\n')}`)
}

async function stageIn(
  parent: string,
  name: string,
  source: string,
  files: readonly File[],
  user: ServerUser | undefined,
): Promise<string> {
  await mkdir(parent, { recursive: true, mode: 0o755 })
  const { mode, uid } = await stat(parent)
  if (mode & 0o022 && !(mode & 0o1000)) throw new Error('others could replace files in it')
  if (uid !== 0 && uid !== process.getuid?.()) throw new Error('it belongs to another user')
  const blocked = user && (await blockingFolder(parent, user))
  if (blocked !== undefined) throw new Error(`${user?.name ?? ''} cannot enter ${blocked}`)

  const final = join(parent, name)
  if (await intact(final, files)) return final
  const copy = join(parent, `${name}.${randomBytes(6).toString('hex')}`)
  try {
    await copyTree(source, copy, files)
    await swapIn(copy, final, files)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
  return final
}

async function swapIn(copy: string, final: string, files: readonly File[]): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const swapped = await rename(copy, final).then(
      () => true,
      () => false,
    )
    // Somebody else's copy may be there already: theirs when it is good, out of the way when it is not.
    if (swapped || (await intact(final, files))) return
    const aside = `${copy}.damaged`
    await rename(final, aside)
    await rm(aside, { recursive: true, force: true })
  }
  throw new Error(`${final} keeps changing`)
}

async function copyTree(source: string, copy: string, files: readonly File[]): Promise<void> {
  await mkdir(copy, { mode: 0o700 })
  const folders = new Set([copy])
  for (const { path, executable } of files) {
    const to = join(copy, path)
    await mkdir(dirname(to), { recursive: true, mode: 0o755 })
    for (let folder = dirname(to); !folders.has(folder); folder = dirname(folder)) folders.add(folder)
    await copyFile(join(source, path), to)
    if (!(await sameContent(join(source, path), to))) throw new Error(`${path} was not copied well`)
    // The sticky bit tells systemd-tmpfiles to leave the file alone, however old it gets.
    const sticky = process.platform === 'linux' ? 0o1000 : 0
    await chmod(to, sticky | (executable ? 0o555 : 0o444))
  }
  for (const { path, to } of await listedLinks(source)) {
    await symlink(to, join(copy, path)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    })
  }
  for (const folder of folders) await chmod(folder, 0o755)
}

async function sameContent(one: string, other: string): Promise<boolean> {
  return (await readFile(one)).equals(await readFile(other))
}

// Content was compared when it was copied; since then only we (as root: only root) could have changed it.
async function intact(folder: string, files: readonly File[]): Promise<boolean> {
  try {
    const checked = new Set<string>()
    for (const { path, size, executable } of files) {
      const stats = await lstat(join(folder, path))
      if (!stats.isFile() || stats.size !== size || !safe(stats)) return false
      if (executable && !(stats.mode & 0o100)) return false
      for (let at = dirname(join(folder, path)); !checked.has(at); at = dirname(at)) {
        const parent = await lstat(at)
        if (!parent.isDirectory() || !safe(parent)) return false
        checked.add(at)
        if (at === folder) break
      }
    }
    for (const { path } of await listedLinks(folder)) await stat(join(folder, path))
    return true
  } catch {
    return false
  }
}

function safe(stats: Stats): boolean {
  return stats.uid === process.getuid?.() && !(stats.mode & 0o022)
}

async function filesBelow(folder: string, prefix = ''): Promise<File[]> {
  const found: File[] = []
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, path)))
    else if (entry.isFile()) {
      const { size, mode } = await lstat(join(folder, path))
      found.push({ path, size, executable: (mode & 0o100) !== 0 || path.startsWith('bin/') })
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}
