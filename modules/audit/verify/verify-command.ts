import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import { publicPem } from '../checkpoints/statement.ts'
import type { AuditDeps } from '../deps.ts'
import { verifyWhole } from './verify-whole.ts'

/** Everything, for the command line. */
export const verifyCommand =
  (deps: AuditDeps): Handler<Audit, 'verifyWhole'> =>
  ({ checkpoints }, context) =>
    verifyWhole(deps, context.now(), { checkpoints })

/** The public key of the checkpoints. */
export const proofKey =
  (deps: AuditDeps): Handler<Audit, 'proofKey'> =>
  () =>
    Promise.resolve({ algorithm: 'Ed25519', pem: publicPem(deps.auditKeys.checkpoints) })
