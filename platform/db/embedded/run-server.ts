import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectionOf, joinServer } from './join-server.ts'
import { launchServer } from './launch.ts'
import type { Launch, Launched } from './launch.ts'
import { isAlive, isPostmasterOf, readPostmaster, removeStalePid } from './postmaster-pid.ts'
import type { Postmaster } from './postmaster-pid.ts'
import { takePresence } from './presence.ts'
import type { Presence } from './presence.ts'
import { stopServer } from './stop-server.ts'

/** The one server of a cluster, whoever started it. `child` is set when that was us. */
export type Server = {
  readonly postmaster: Postmaster
  readonly presence: Presence
  readonly child: ChildProcess | undefined
}

type Run = Launch & { readonly password: string; readonly log: (message: string) => void }

/** How long nothing may move, and how long a foreign process may stand in the file before the file counts as stale. */
const patience = 30_000
const stalePatience = 2_000

/** Refusals that pass: a rival was faster, or the backends of a killed server have not all left yet. */
const passing =
  /lock file ".*" already exists|pre-existing shared memory|is already in use|Address already in use/

/**
 * Joins the server that runs on the cluster, or starts it. PostgreSQL's own lock file decides between processes that
 * do this at once; the losers join the winner.
 */
export async function runServer(run: Run): Promise<Server> {
  const launched: { current: Launched | undefined } = { current: undefined }
  try {
    return await joinOrLaunch(run, launched)
  } catch (error) {
    const pid = launched.current?.child.pid
    if (pid !== undefined) await stopServer(run.native, run.folder, pid)
    throw error
  }
}

async function joinOrLaunch(run: Run, launched: { current: Launched | undefined }): Promise<Server> {
  let foreignSince: number | undefined
  let lastMove = Date.now()
  for (;;) {
    const found = await readPostmaster(run.folder)
    const alive = found !== undefined && (await isAlive(found.pid))
    if (alive && (await isPostmasterOf(run.folder, found.pid))) {
      // The file grows line by line; with the status it says all.
      if (found.status !== '') {
        const presence = await joinServer(found, run.password, run.log)
        if (presence) return { postmaster: found, presence, child: ownChild(launched.current, found) }
        lastMove = Date.now()
      }
    } else if (alive) {
      foreignSince ??= Date.now()
      if (Date.now() - foreignSince > stalePatience) {
        run.log(
          `postmaster.pid names process ${found.pid}, which is another program: removing the stale file`,
        )
        await removeStalePid(run.folder, found.pid)
        foreignSince = undefined
      }
    } else if (!launched.current) {
      if (found) await refuseUnseenServer(found, run.password)
      launched.current = await launchServer(run)
    }
    if (launched.current && hasEnded(launched.current.child)) {
      const output = await launched.current.output()
      launched.current = undefined
      if (!passing.test(output)) throw new Error(`PostgreSQL did not start:\n${output}`)
      await sleep(100)
    }
    if (Date.now() - lastMove > patience)
      throw new Error(`PostgreSQL did not start within ${patience / 1_000} s`)
    await sleep(15)
  }
}

function ownChild(launched: Launched | undefined, found: Postmaster): ChildProcess | undefined {
  return launched?.child.pid === found.pid ? launched.child : undefined
}

function hasEnded(child: ChildProcess): boolean {
  // On Windows the child is pg_ctl, which leaves when the server is on its way.
  if (process.platform === 'win32' && child.exitCode === 0) return false
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined
}

// Its process cannot be seen but its socket answers: another container on the same volume. Two servers on one
// cluster would destroy it, and the lock file cannot tell.
async function refuseUnseenServer(found: Postmaster, password: string): Promise<void> {
  if (found.socketFolder === '') return
  const presence = await takePresence(connectionOf(found, password, 'postgres'), found.pid).catch(
    () => undefined,
  )
  if (!presence) return
  await presence.leave()
  throw new Error('a server outside this container already runs on the data folder')
}
