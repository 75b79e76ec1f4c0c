import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomToken } from '@rampart/platform/crypto/tokens.ts'
import { nextCode } from './authenticator.ts'
import { removeData, type ShopOptions, startShop } from './shop-server.ts'

export type Account = { readonly email: string; readonly password: string }

/** Somebody of the staff, with an authenticator app and a device that is remembered in its stead. */
export type StaffAccount = Account & { readonly totp_secret: string; readonly device_token: string }

/** A running demo: plain data, so that it can be handed from the global set-up to test files. */
export type DemoShop = {
  /** The address that shoppers use; cookies and links belong to it. */
  readonly url: string
  readonly dataDir: string
  readonly owner: StaffAccount
  readonly shopper: Account
}

export type RunningDemo = { readonly demo: DemoShop; stop(): Promise<void> }

type Entry = Account & { readonly role: string; readonly totp_secret?: string }

/** Starts the furnished shop on data of its own. `stop` ends it and removes the data. */
export async function startDemo(options: ShopOptions = {}): Promise<RunningDemo> {
  const server = await startShop({ ...options, command: 'demo' })
  const known = JSON.parse(await readFile(join(server.dataDir, 'demo-accounts.json'), 'utf8')) as Entry[]
  const account = (role: string): Entry => {
    const found = known.find((entry) => entry.role === role)
    if (found === undefined) throw new Error(`The demo has no ${role}.`)
    return found
  }
  const url = `http://localhost:${server.port}`
  const { email, password } = account('customer')
  const owner = staffOf(account('super_admin'))
  await rememberDevice(url, owner)
  return {
    demo: {
      url,
      dataDir: server.dataDir,
      owner,
      shopper: { email, password },
    },
    stop: async () => {
      await server.stop()
      await removeData(server.dataDir)
    },
  }
}

function staffOf({ email, password, totp_secret }: Entry): StaffAccount {
  if (totp_secret === undefined) throw new Error(`${email} has no authenticator app.`)
  return { email, password, totp_secret, device_token: randomToken() }
}

/**
 * Signs in with both factors and has the device remembered, which journeys sign in by from then on: each code works only
 * once, and tests are many. A new password forgets every device.
 */
export async function rememberDevice(url: string, staff: StaffAccount): Promise<void> {
  const { email, password, totp_secret, device_token } = staff
  const post = async (path: string, body: object): Promise<{ mfa_token?: string }> => {
    const answer = await fetch(`${url}/api/v1/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-device-token': device_token },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`)
    return (await answer.json()) as { mfa_token?: string }
  }
  const { mfa_token } = await post('staff/login', { email, password })
  await post('mfa/verify', { mfa_token, code: await nextCode(totp_secret), remember_device: true })
}
