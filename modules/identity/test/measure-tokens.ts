import { verify } from 'node:crypto'
import process from 'node:process'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { keyring } from '@rampart/platform/crypto/keys.ts'
import { accessTokens } from '../sessions/access-tokens.ts'
import { signingKeys } from '../sessions/signing-keys.ts'

// Run by `npm run bench`: milliseconds for one access token, as JSON. `floor` is the bare signature check, `first` the
// reading of a token that this process sees for the first time, `again` that of one it has seen.

const TOKENS = 4_000
const ROUNDS = 5

const now = new Date()
const keys = signingKeys(
  keyring(Buffer.alloc(32, 1)),
  () => Promise.resolve([{ number: 0, signs_from: '1970-01-01T00:00:00Z', retired_at: null }]),
  () => Promise.resolve(),
)
const { publicKey } = await keys.current(now)
const rounds: { floor: number; first: number; again: number }[] = []
for (let round = 0; round <= ROUNDS; round += 1) {
  const tokens = accessTokens(keys, 'https://shop.example')
  const made: string[] = []
  while (made.length < TOKENS) {
    made.push(await tokens.issue({ account_id: newId(), session_id: newId(), audience: 'shop' }, now))
  }
  const read = async (token: string): Promise<void> => {
    if ((await tokens.read(token, now)) === null) throw new Error('A token of ours was not taken.')
  }
  const figures = {
    floor: await timed(made, (token) => {
      const dot = token.lastIndexOf('.')
      const signature = Buffer.from(token.slice(dot + 1), 'base64url')
      if (!verify(null, Buffer.from(token.slice(0, dot)), publicKey, signature))
        throw new Error('No signature.')
    }),
    first: await timed(made, read),
    again: await timed(made, read),
  }
  // The first round warms up.
  if (round > 0) rounds.push(figures)
}
process.stdout.write(
  JSON.stringify({
    floor: median(rounds.map(({ floor }) => floor)),
    first: median(rounds.map(({ first }) => first)),
    again: median(rounds.map(({ again }) => again)),
  }),
)

async function timed(tokens: readonly string[], use: (token: string) => unknown): Promise<number> {
  const begin = performance.now()
  for (const token of tokens) await use(token)
  return (performance.now() - begin) / tokens.length
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}
