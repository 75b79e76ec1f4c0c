import process from 'node:process'
import { identity } from '@rampart/contracts/identity.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { withRuntime } from './with-runtime.ts'

export type RotateKeysOptions = { readonly now?: true }

/** `rampart keys rotate`: the next key for access tokens. Running servers take it up by themselves. */
export async function rotateKeys(options: RotateKeysOptions): Promise<void> {
  const immediately = options.now === true
  const { number, signs_from, retired } = await withRuntime((runtime) =>
    client(identity, runtime.assembly.linkTo('identity'), 'cli').rotateKeys(backgroundContext(newId()), {
      immediately,
    }),
  )
  const lines = immediately
    ? [
        `Key ${String(number)} signs access tokens from now on.`,
        `Withdrawn: ${numbers(retired)}. Every access token signed before is refused; programs get a new one by refreshing.`,
        'Browsers stay signed in. If the master key itself may be known, it has to be replaced as well.',
      ]
    : [
        `Key ${String(number)} is published now and signs access tokens from ${signs_from}.`,
        ...retired.map(
          (key) =>
            `Key ${String(key.number)} is good until ${key.retired_at}, when its last token has expired.`,
        ),
      ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function numbers(keys: readonly { readonly number: number }[]): string {
  return `${keys.length === 1 ? 'key' : 'keys'} ${keys.map(({ number }) => String(number)).join(', ')}`
}
