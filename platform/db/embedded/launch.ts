import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { open, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { ServerUser } from './server-user.ts'
import { socketFolder, socketPort } from './socket-folder.ts'

export type Launch = {
  readonly native: string
  readonly folder: string
  readonly user: ServerUser | undefined
  readonly settings: Readonly<Record<string, string>>
  readonly logFile: string
}

/** A server process that was started, and what it wrote to its log since. */
export type Launched = { readonly child: ChildProcess; output(): Promise<string> }

const maxLogBytes = 5_000_000

/**
 * Starts the postmaster in a process group of its own: Ctrl-C reaches Node alone, which then stops the server in
 * order. It is not waited for here; it may still find that another one runs.
 */
export async function launchServer(launch: Launch): Promise<Launched> {
  const listen = await listenSettings(launch)
  const settings = Object.entries({ ...launch.settings, ...listen }).map(
    ([name, value]) => `--${name}=${value}`,
  )
  const owner = launch.user ? { uid: launch.user.uid, gid: launch.user.gid } : {}
  await rotate(launch.logFile)
  // Written by the server itself, so that it loses nothing when Node is gone.
  const log = await open(launch.logFile, 'a', 0o600)
  try {
    const from = (await log.stat()).size
    const [program, options] =
      process.platform === 'win32'
        ? // postgres.exe refuses an administrator; pg_ctl gives the rights up first.
          [
            'pg_ctl.exe',
            ['start', '-W', '-D', launch.folder, '-o', settings.map((each) => `"${each}"`).join(' ')],
          ]
        : ['postgres', ['-D', launch.folder, ...settings]]
    const child = spawn(join(launch.native, 'bin', program), options, {
      ...owner,
      cwd: launch.folder,
      env: {},
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    child.on('error', () => undefined)
    child.unref()
    return {
      child,
      output: async () => (await readFile(launch.logFile)).subarray(from).toString('utf8').trim(),
    }
  } finally {
    await log.close()
  }
}

async function listenSettings(launch: Launch): Promise<Record<string, string>> {
  if (process.platform === 'win32') {
    return {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      port: String(await tcpPort(launch.folder)),
    }
  }
  const folder = await socketFolder(launch.folder, launch.user)
  // The setting is a list: quoted, a comma in the path is part of the path.
  const quoted = `"${folder.replaceAll('"', '""')}"`
  return {
    listen_addresses: '',
    unix_socket_directories: quoted,
    unix_socket_permissions: '0700',
    port: String(socketPort),
  }
}

async function rotate(logFile: string): Promise<void> {
  const size = (await stat(logFile).catch(() => undefined))?.size ?? 0
  if (size > maxLogBytes) await rename(logFile, `${logFile}.1`)
}

// The number of the last start while it is free, because pools go on connecting to it after a restart.
async function tcpPort(folder: string): Promise<number> {
  const file = join(folder, 'rampart.port')
  const last = Number(await readFile(file, 'utf8').catch(() => '0'))
  const port = await freePort(last).catch(() => freePort(0))
  await writeFile(file, String(port))
  return port
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
