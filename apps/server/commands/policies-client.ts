import { access, type Access } from '@rampart/contracts/access.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client, type Client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { withRuntime } from './with-runtime.ts'

/** Calls the access module on the shop's own data, beside a running server or without one. */
export function withAccess<T>(
  command: (calls: Client<Access>, context: ReturnType<typeof backgroundContext>) => Promise<T>,
): Promise<T> {
  return withRuntime((runtime) =>
    command(client(access, runtime.assembly.linkTo('access'), 'cli'), backgroundContext(newId())),
  )
}
