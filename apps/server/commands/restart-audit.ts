import process from 'node:process'
import { withAudit } from './audit-client.ts'

export type RestartAuditOptions = { readonly reason: string }

/** `rampart audit restart`: accept the log as it is; what was accepted, when and why is signed. */
export async function restartAudit({ reason }: RestartAuditOptions): Promise<void> {
  const { position, adopted, at } = await withAudit((audit, context) =>
    audit.restartChain(context, { reason }),
  )
  process.stdout.write(
    `The log goes on from position ${String(position)} (${at}); ${String(adopted)} entries outside the chain were taken in.\n`,
  )
}
