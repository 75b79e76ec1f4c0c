import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'

/** The system user that PostgreSQL runs as. Absent where the server simply runs as whoever started Node. */
export type ServerUser = { readonly name: string; readonly uid: number; readonly gid: number }

const candidates = ['postgres', '_postgres', 'nobody']

/**
 * PostgreSQL refuses to run as root. As root, an existing cluster keeps its owner; a new one goes to the first
 * unprivileged user that this system has.
 * @throws when there is none
 */
export async function serverUser(clusterFolder: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const users = systemUsers(readFileSync('/etc/passwd', 'utf8'))
  const owner = await stat(clusterFolder).catch(() => undefined)
  if (owner && owner.uid !== 0) {
    return (
      users.find(({ uid }) => uid === owner.uid) ?? {
        name: String(owner.uid),
        uid: owner.uid,
        gid: owner.gid,
      }
    )
  }
  const user = unprivilegedUser(users)
  if (user) return user
  throw new Error('PostgreSQL does not run as root, and there is no user `postgres` or `nobody` to run it as')
}

/** The first of the users that PostgreSQL may run as. */
export function unprivilegedUser(users: readonly ServerUser[]): ServerUser | undefined {
  return candidates.map((name) => users.find((user) => user.name === name && user.uid !== 0)).find(Boolean)
}

/** The users in the text of a passwd file. macOS writes the number of `nobody` as -2. */
export function systemUsers(passwd: string): ServerUser[] {
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4 && !fields[0]?.startsWith('#'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }))
}
