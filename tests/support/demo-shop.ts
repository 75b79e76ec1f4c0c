import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { removeData, type ShopOptions, startShop } from './shop-server.ts'

export type Account = { readonly email: string; readonly password: string }

/** A running demo: plain data, so that it can be handed from the global set-up to test files. */
export type DemoShop = {
  /** The address that shoppers use; cookies and links belong to it. */
  readonly url: string
  readonly dataDir: string
  readonly owner: Account
  readonly shopper: Account
}

export type RunningDemo = { readonly demo: DemoShop; stop(): Promise<void> }

type Entry = Account & { readonly role: string }

/** Starts the furnished shop on data of its own. `stop` ends it and removes the data. */
export async function startDemo(options: ShopOptions = {}): Promise<RunningDemo> {
  const server = await startShop({ ...options, command: 'demo' })
  const known = JSON.parse(await readFile(join(server.dataDir, 'demo-accounts.json'), 'utf8')) as Entry[]
  const account = (role: string): Account => {
    const found = known.find((entry) => entry.role === role)
    if (found === undefined) throw new Error(`The demo has no ${role}.`)
    return { email: found.email, password: found.password }
  }
  return {
    demo: {
      url: `http://localhost:${server.port}`,
      dataDir: server.dataDir,
      owner: account('super_admin'),
      shopper: account('customer'),
    },
    stop: async () => {
      await server.stop()
      await removeData(server.dataDir)
    },
  }
}
