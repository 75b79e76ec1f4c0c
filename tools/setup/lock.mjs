import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { say } from './run.mjs'

const beat = 2_000
const patience = 30_000

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function holder(folder) {
  try {
    const [host, pid] = readFileSync(join(folder, 'holder'), 'utf8').split(' ')
    return { host, pid: Number(pid) }
  } catch {
    return undefined
  }
}

/** A holder that died leaves its folder behind: its process is gone, or its heartbeat has stopped. */
function isAbandoned(folder) {
  try {
    const silence = Date.now() - statSync(folder).mtimeMs
    const by = holder(folder)
    if (by && by.host === hostname() && !isAlive(by.pid)) return true
    return silence > patience
  } catch {
    return false
  }
}

function take(folder) {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new Error(`the checkout has to be set up once by somebody who may write to it (${error.code}).`)
  }
  writeFileSync(join(folder, 'holder'), `${hostname()} ${process.pid}`)
  return true
}

/** Runs `work` while no other set-up of the same checkout runs. */
export async function withLock(root, work) {
  const folder = join(root, '.setup.lock')
  let waiting = false
  while (!take(folder)) {
    if (isAbandoned(folder)) {
      rmSync(folder, { recursive: true, force: true })
      continue
    }
    if (!waiting) say('Another set-up of this checkout is running; waiting for it.')
    waiting = true
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  const heart = setInterval(() => utimesSync(folder, new Date(), new Date()), beat)
  const release = () => rmSync(folder, { recursive: true, force: true })
  const stop = () => {
    release()
    process.exit(130)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    await work()
  } finally {
    clearInterval(heart)
    process.off('SIGINT', stop).off('SIGTERM', stop)
    release()
  }
}
