import process from 'node:process'
import { withAudit } from './audit-client.ts'

/** `rampart audit key`: the public key of the checkpoints, for those who check them elsewhere. */
export async function printAuditKey(): Promise<void> {
  const { pem } = await withAudit((audit, context) => audit.proofKey(context, {}))
  process.stdout.write(pem)
}
