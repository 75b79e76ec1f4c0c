import type { FastifyInstance } from 'fastify'
import { identity } from '@rampart/contracts/identity.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { startBackground } from './background.ts'
import { assertStorage } from './check-storage.ts'
import { prepareRuntime, type Runtime } from './runtime.ts'
import { webServer } from './web.ts'

/** A process that serves: requests and background work. */
export type Serving = {
  /** The token of the owner's set-up link, while the shop has no owner; only the first process asks. */
  readonly setupToken: string | null
  /** Finishes the requests that run, then the background work, then closes the database. */
  stop(): Promise<void>
}

/** Adds pages to the server before it listens. */
export type Extend = (app: FastifyInstance, runtime: Runtime) => void

/** Starts to serve. The first process of a start also brings the database up to date. */
export async function serve(
  runtime: Runtime,
  options: { readonly first: boolean; readonly extend?: Extend },
): Promise<Serving> {
  const app = webServer(runtime)
  options.extend?.(app, runtime)
  if (options.first) {
    await prepareRuntime(runtime)
    await assertStorage(runtime)
  }
  await app.listen({ port: runtime.config.port, host: runtime.config.host })
  const background = startBackground(runtime)
  return {
    setupToken: options.first ? await issueSetupToken(runtime) : null,
    stop: async () => {
      await app.close()
      await background.stop()
      await runtime.close()
    },
  }
}

async function issueSetupToken(runtime: Runtime): Promise<string | null> {
  const accounts = client(identity, runtime.assembly.linkTo('identity'), 'server')
  const { token } = await accounts.issueSetupToken(backgroundContext(newId()), {})
  return token
}
