import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './run.mjs'

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * Why the packages must be installed, or undefined when what lies in node_modules is what package-lock.json
 * asks for. npm writes node_modules/.package-lock.json as the last act of an install, so an interrupted one shows.
 */
export function missingPackages(root) {
  const wanted = readLock(join(root, 'package-lock.json'))
  const present = readLock(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted) throw new Error('package-lock.json is missing or damaged; restore it with git.')
  if (!present) return 'none are installed yet'
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue
    const found = present[path]
    // Optional packages are for other platforms, unless they are here with another version.
    if (!found && (entry.optional || entry.devOptional)) continue
    if (!found) return 'some are missing'
    if (found.version !== entry.version || found.integrity !== entry.integrity) return 'some have changed'
  }
  return undefined
}

/** True when the Node.js that package.json pins is not there to be run. */
export function runtimeMissing(root) {
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  return (
    !existsSync(join(root, 'node_modules', 'node', 'bin', program)) ||
    !existsSync(join(root, 'node_modules', '.bin', 'node'))
  )
}

/** No package's own script runs. Development packages are needed too: the front ends are built with them. */
export async function installPackages(root) {
  await npm(root, ['install', '--no-save', '--ignore-scripts', '--include=dev', '--include=optional'])
  if (missingPackages(root))
    throw new Error('npm install ended well, yet packages are missing. Remove node_modules and try again.')
}

/** The only install script that is let run: it fetches the run-time for this platform. */
export async function installRuntime(root) {
  await npm(root, ['rebuild', 'node', '--ignore-scripts=false'])
  if (runtimeMissing(root)) throw new Error('there is no Node.js run-time for this platform; see README.md.')
}
