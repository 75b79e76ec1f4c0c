// Makes a fresh checkout runnable: packages, the pinned Node.js run-time, the two front ends.
// Runs before `npm start`, `npm test` and `npm run demo` on whatever Node.js the machine has (18 or newer),
// so it is plain JavaScript without dependencies. With nothing to do it says nothing and takes a few milliseconds.
// `node tools/setup.mjs packages` leaves the front ends alone.

import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { missingPackages, runtimeMissing, installPackages, installRuntime } from './setup/packages.mjs'
import { staleFrontEnds, buildFrontEnds } from './setup/front-ends.mjs'
import { withLock } from './setup/lock.mjs'
import { say } from './setup/run.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wantsFrontEnds = process.argv[2] !== 'packages'

function isReady() {
  return !missingPackages(root) && !runtimeMissing(root) && (!wantsFrontEnds || !staleFrontEnds(root).length)
}

async function prepare() {
  const reason = missingPackages(root)
  if (reason) {
    say(`Installing packages (${reason}). This takes a minute or two the first time.`)
    await installPackages(root)
  }
  if (runtimeMissing(root)) {
    say('Fetching the Node.js run-time that this project is pinned to.')
    await installRuntime(root)
  }
  const stale = wantsFrontEnds ? staleFrontEnds(root) : []
  if (stale.length) {
    say(`Building ${stale.map((app) => `the ${app.title}`).join(' and ')}.`)
    await buildFrontEnds(root, stale)
  }
}

async function main() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 18) throw new Error(`Node.js 20 or newer is needed; this is ${process.version}.`)
  if (isReady()) return
  await withLock(root, prepare)
  say('Ready.')
}

main().catch((error) => {
  console.error(`rampart: ${error.message}`)
  process.exitCode = 1
})
