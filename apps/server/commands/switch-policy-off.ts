import process from 'node:process'
import { withAccess } from './policies-client.ts'

/** `rampart policies off`: a policy decides nothing any more. Running servers take it up at once. */
export async function switchPolicyOff(policy: string): Promise<void> {
  const { id, name, was_enabled } = await withAccess((access, context) =>
    access.switchPolicyOff(context, { policy }),
  )
  const done = was_enabled
    ? 'is off. It decides nothing any more, and can be changed in the back office'
    : 'was off already'
  process.stdout.write(`“${name}” (${id}) ${done}.\n`)
}
