import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { keyring, type Keyring } from '../crypto/keys.ts'
import { safeEqual } from '../crypto/tokens.ts'
import type { Config } from './config.ts'
import { ConfigError } from './config-error.ts'

const KEY_BYTES = 32
const OTHERS = 0o077

/**
 * The installation's keys. The master secret is MASTER_KEY or `DATA_DIR/secrets/master.key`; with a database of our
 * own it is made at the first start, by whichever process comes first.
 * @throws ConfigError when there is none and none may be made, when others can read it, or when two differ
 */
export async function loadKeyring(
  config: Pick<Config, 'data_dir' | 'database_url' | 'master_key'>,
): Promise<Keyring> {
  const folder = join(config.data_dir, 'secrets')
  const path = join(folder, 'master.key')
  const stored = await readSecret(path)
  if (config.master_key !== null) {
    if (stored !== null && !safeEqual(stored.toString('base64'), config.master_key.toString('base64'))) {
      throw new ConfigError([
        'MASTER_KEY differs from the key in DATA_DIR/secrets/master.key. Keep only the right one.',
      ])
    }
    return keyring(config.master_key)
  }
  if (stored !== null) return keyring(stored)
  if (config.database_url !== null) {
    throw new ConfigError([
      'MASTER_KEY must be set when DATABASE_URL is, unless DATA_DIR/secrets/master.key exists: every server of one shop needs the same key.',
    ])
  }
  await createSecret(folder, path)
  const created = await readSecret(path)
  if (created === null)
    throw new ConfigError(['DATA_DIR/secrets/master.key was removed while the server started.'])
  return keyring(created)
}

async function readSecret(path: string): Promise<Buffer | null> {
  let secret: Buffer
  try {
    secret = await readFile(path)
    await assertPrivate(path)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    if (isCode(error, 'EACCES'))
      throw new ConfigError(['DATA_DIR/secrets/master.key cannot be read by this user.'])
    throw error
  }
  if (secret.length < KEY_BYTES)
    throw new ConfigError(['DATA_DIR/secrets/master.key is damaged: it is too short.'])
  return secret
}

// Windows has no such modes and reports made-up ones.
async function assertPrivate(path: string): Promise<void> {
  if (process.platform === 'win32') return
  if (((await stat(path)).mode & OTHERS) !== 0) {
    throw new ConfigError(['DATA_DIR/secrets/master.key can be read by other users. Run chmod 600 on it.'])
  }
}

/** Written whole and synced under another name, then linked: a second process finds all of it or nothing. */
async function createSecret(folder: string, path: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const draft = join(folder, `.${randomBytes(8).toString('hex')}.tmp`)
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(randomBytes(KEY_BYTES))
      await file.sync()
    } finally {
      await file.close()
    }
    await link(draft, path)
    await syncFolder(folder)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
}

// The name itself must survive a power cut: what was encrypted since is lost without it.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code
}
