import { execFile } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const measure = fileURLToPath(new URL('../modules/access/test/measure-policies.ts', import.meta.url))

/** Milliseconds each. */
export type PolicyResult = {
  /** One call, by the one policy that concerns it. */
  readonly decision: number
  /** One call, with every template in force: six of them concern it. */
  readonly several: number
  /** The same call again. */
  readonly again: number
  /** What a call costs that no policy in force concerns. */
  readonly unconcerned: number
}

/** Decisions by the templates' own policies, in a process of their own. */
export async function measurePolicies(): Promise<PolicyResult> {
  const { stdout } = await promisify(execFile)(process.execPath, [measure])
  return JSON.parse(stdout) as PolicyResult
}
