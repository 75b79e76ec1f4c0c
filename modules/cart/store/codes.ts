import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Code } from '../domain/codes.ts'

/** What was entered into a cart that is locked. */
export async function codesOf(tx: Tx, cartId: string): Promise<Code[]> {
  return (await tx.one<{ codes: Code[] }>(sql`SELECT codes FROM cart.carts WHERE id = ${cartId}`)).codes
}

/** Replaces what was entered into a cart that is locked. */
export async function writeCodes(tx: Tx, cartId: string, codes: readonly Code[]): Promise<void> {
  await tx.run(sql`UPDATE cart.carts SET codes = ${JSON.stringify(codes)} WHERE id = ${cartId}`)
}
