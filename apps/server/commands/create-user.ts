import process from 'node:process'
import { text } from 'node:stream/consumers'
import { identity, Role } from '@rampart/contracts/identity.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { CommandError } from './command-error.ts'
import { withRuntime } from './with-runtime.ts'

export type CreateUserOptions = {
  readonly email: string
  readonly role: string
  readonly name?: string
  readonly passwordStdin?: true
}

/** `rampart user create`: an account that is verified at once. The password comes from standard input, never from the command line. */
export async function createUser(options: CreateUserOptions): Promise<void> {
  if (options.passwordStdin !== true) {
    throw new CommandError(
      'Give --password-stdin and write the password to standard input, so that it stays out of the shell’s history.',
    )
  }
  const role = Role.safeParse(options.role)
  if (!role.success) throw new CommandError(`--role must be one of ${Role.options.join(', ')}.`)
  // One line break at the end belongs to echo, not to the password.
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  const { id } = await withRuntime((runtime) =>
    client(identity, runtime.assembly.linkTo('identity'), 'cli').createAccount(backgroundContext(newId()), {
      email: options.email,
      full_name: options.name ?? options.email.split('@')[0] ?? options.email,
      role: role.data,
      password,
    }),
  )
  process.stdout.write(`Created ${role.data} ${options.email} (${id}).\n`)
}
