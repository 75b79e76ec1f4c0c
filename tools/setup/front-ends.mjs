import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'

const apps = [
  { name: 'storefront', title: 'storefront' },
  { name: 'admin', title: 'back office' },
]

/** What both front ends are made from besides their own folder. */
const shared = ['ui', 'contracts', 'platform/contract', 'platform/money', 'package-lock.json']
const ignored = new Set(['node_modules', 'build', '.react-router', 'test'])

function addToHash(hash, root, path) {
  const full = join(root, path)
  let entries
  try {
    entries = readdirSync(full, { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOENT') return
    if (error.code !== 'ENOTDIR') throw error
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
    return
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (ignored.has(entry.name) || entry.name.endsWith('.md')) continue
    addToHash(hash, root, `${path}/${entry.name}`)
  }
}

/** SHA-256 over the names and contents of everything that an app's build is made from. */
export function sourceHash(root, name) {
  const hash = createHash('sha256')
  for (const path of [`apps/${name}`, ...shared]) addToHash(hash, root, path)
  return hash.digest('hex')
}

function stampFile(root, name) {
  return join(root, 'apps', name, 'build', '.sources')
}

function isFresh(root, name) {
  try {
    return readFileSync(stampFile(root, name), 'utf8') === sourceHash(root, name)
  } catch {
    return false
  }
}

/** The front ends whose build is missing or was made from other sources. */
export function staleFrontEnds(root) {
  return apps.filter(
    ({ name }) => existsSync(join(root, 'apps', name, 'react-router.config.ts')) && !isFresh(root, name),
  )
}

function routerProgram(root) {
  const folder = join(root, 'node_modules', '@react-router', 'dev')
  return join(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin['react-router'])
}

async function buildFrontEnd(root, { name, title }) {
  const hash = sourceHash(root, name)
  const folder = join(root, 'apps', name)
  await run(
    join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    [routerProgram(root), 'build'],
    {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
      title: `react-router build of the ${title}`,
    },
  )
  mkdirSync(join(folder, 'build'), { recursive: true })
  writeFileSync(stampFile(root, name), hash)
}

/** Builds side by side, and waits for all of them before it fails with the first failure. */
export async function buildFrontEnds(root, stale) {
  const builds = await Promise.allSettled(stale.map((app) => buildFrontEnd(root, app)))
  const failed = builds.find((build) => build.status === 'rejected')
  if (failed) throw failed.reason
}
