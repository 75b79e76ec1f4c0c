import { readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive, readPostmaster } from '../db/embedded/postmaster-pid.ts'
import { stopServer } from '../db/embedded/stop-server.ts'

/** How the temporary folders of test servers are called. */
export const testFolderPrefix = 'rampart-test-'

const ownerFile = 'owner'

/** Writes down who uses the folder, for `removeAbandonedServers` of a later run. */
export async function markOwner(dataDir: string): Promise<void> {
  await writeFile(join(dataDir, ownerFile), String(process.pid))
}

/** Stops and removes the servers of test runs that were killed before they could do so. */
export async function removeAbandonedServers(): Promise<void> {
  const temporary = await realpath(tmpdir())
  for (const name of await readdir(temporary)) {
    if (!name.startsWith(testFolderPrefix)) continue
    const dataDir = join(temporary, name)
    const owner = Number(await readFile(join(dataDir, ownerFile), 'utf8').catch(() => ''))
    if (!(owner > 0) || (await isAlive(owner))) continue
    const cluster = join(dataDir, 'postgres')
    const server = await readPostmaster(cluster)
    if (server && process.platform !== 'win32')
      await stopServer('', cluster, server.pid).catch(() => undefined)
    await rm(dataDir, { recursive: true, force: true }).catch(() => undefined)
  }
}
