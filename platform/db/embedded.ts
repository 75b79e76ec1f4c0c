import { join, resolve } from 'node:path'
import type { PgConnection } from './connection.ts'
import { clusterPlace } from './embedded/cluster-folder.ts'
import { hasCluster, initCluster } from './embedded/init-cluster.ts'
import { connectionOf } from './embedded/join-server.ts'
import { nativeFolder } from './embedded/native.ts'
import { isAlive } from './embedded/postmaster-pid.ts'
import { ensureDatabase } from './embedded/presence.ts'
import { runServer } from './embedded/run-server.ts'
import type { Server } from './embedded/run-server.ts'
import { shopSettings } from './embedded/settings.ts'
import { removeSocketFolder } from './embedded/socket-folder.ts'
import { stopServer } from './embedded/stop-server.ts'

const database = 'rampart'
const watchInterval = 250

export type EmbeddedOptions = {
  /** The cluster is `postgres` in it, the server's log `postgres.log`. Created when absent. */
  dataDir: string
  /** Of the superuser `postgres`; set when the cluster is made, needed ever after. */
  password: string
  log?: (message: string) => void
  /** Settings of the server beside, or instead of, those in `embedded/settings.ts`; they count when we start it. */
  settings?: Readonly<Record<string, string>>
}

export type Embedded = {
  /** To the database `rampart`, as superuser. */
  connection: PgConnection
  /** The server was running already: another process of ours uses it, or one was killed and left it. */
  adopted: boolean
  pid: number
  /** Stops the server, unless another process uses it still; the last to leave stops it. Waits until it is gone. */
  stop(): Promise<void>
  /** Calls `onDown` once when the server dies without `stop()`; `startEmbedded` then brings it back. */
  watch(onDown: () => void): () => void
}

/**
 * The shop's own PostgreSQL: made on the first start, adopted when it runs already, started otherwise. It listens on
 * a Unix socket alone (on Windows on 127.0.0.1), and as root it runs as an unprivileged user.
 * @throws with PostgreSQL's own words when it does not start, and when the password is not the cluster's
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const log = options.log ?? (() => undefined)
  const dataDir = resolve(options.dataDir)
  const { password } = options
  if (password === '' || /[\r\n]/.test(password))
    throw new Error('the database password is empty or has line breaks')
  const settings = { ...shopSettings, ...options.settings }

  const { folder, user } = await clusterPlace(dataDir, log)
  const native = await nativeFolder(user)
  if (!(await hasCluster(folder))) {
    log(`making a new PostgreSQL cluster in ${folder}`)
    await initCluster({ native, folder, user, password, sync: settings.fsync !== 'off' })
  }
  const logFile = join(dataDir, 'postgres.log')
  const server = await runServer({ native, folder, user, password, settings, logFile, log })
  const { pid } = server.postmaster

  let stopping: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    if (!(await server.presence.leave())) {
      log('PostgreSQL goes on: another process uses it')
      return
    }
    await stopServer(native, folder, pid)
    await removeSocketFolder(server.postmaster.socketFolder, folder)
  }
  try {
    await ensureDatabase(connectionOf(server.postmaster, password, 'postgres'), database)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    connection: connectionOf(server.postmaster, password, database),
    adopted: server.child === undefined,
    pid,
    stop: () => (stopping ??= stop()),
    watch: (onDown) => watchServer(server, () => stopping !== undefined, onDown),
  }
}

function watchServer(server: Server, stopping: () => boolean, onDown: () => void): () => void {
  const { child, postmaster } = server
  const check = async (): Promise<void> => {
    if (await isAlive(postmaster.pid)) return
    if (unwatch()) onDown()
  }
  const onExit = (): void => void check()
  const timer = setInterval(onExit, watchInterval).unref()
  child?.once('exit', onExit)
  let watching = true
  function unwatch(): boolean {
    const first = watching && !stopping()
    watching = false
    clearInterval(timer)
    child?.off('exit', onExit)
    return first
  }
  return () => void unwatch()
}
