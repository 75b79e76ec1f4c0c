import process from 'node:process'
import { withAccess } from './policies-client.ts'

/** `rampart policies list`: every policy, whether it is in force, and its id. */
export async function listPolicies(): Promise<void> {
  const { items } = await withAccess((access, context) => access.listPolicies(context, {}))
  const lines = items.map(({ enabled, id, name }) => `${enabled ? 'on ' : 'off'}  ${id}  ${name}`)
  process.stdout.write(lines.length === 0 ? 'There are no policies.\n' : `${lines.join('\n')}\n`)
}
