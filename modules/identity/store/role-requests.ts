import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { RoleName } from '../domain/roles.ts'

/** Writes that an account asks for a role; at most one request of an account waits. */
export async function insertRoleRequest(
  tx: Tx,
  request: { readonly id: string; readonly account_id: string; readonly role: RoleName },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.role_requests (id, account_id, role, requested_at)
    VALUES (${request.id}, ${request.account_id}, ${request.role}, ${now})
    ON CONFLICT (account_id) WHERE decided_at IS NULL DO NOTHING`)
}
