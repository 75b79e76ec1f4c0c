import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'

type Call = (operation: string, input: unknown) => Promise<unknown>

/** Asks for a challenge and solves it the way a browser does. Answers the `challenge_response`. */
export async function solvedChallenge(call: Call): Promise<string> {
  const { kind, ...challenge } = (await call('getChallenge', {})) as { kind: string } & Challenge
  if (kind !== 'proof_of_work') throw new Error(`Nobody can solve ${kind} here.`)
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}
