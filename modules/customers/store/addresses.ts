import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Customers } from '@rampart/contracts/customers.ts'

/** A saved address as it is kept and answered. */
export type AddressRow = OutputOf<Customers, 'createAddress'>

type AddressValues = { readonly label: string; readonly address: AddressRow['address'] }

const columns = sql`id, label, is_default, address, created_at`

/** Lets one change at a time happen to the addresses of one customer: which is the default depends on the others. */
export async function lockAddresses(tx: Tx, customerId: string): Promise<void> {
  await tx.run(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('customers.addresses:' || ${customerId}::text, 0))`,
  )
}

/** All addresses of a customer, the default one first, then newest first. */
export async function listAddressRows(q: Queryable, customerId: string): Promise<AddressRow[]> {
  return q.many<AddressRow>(sql`
    SELECT ${columns} FROM customers.addresses
    WHERE customer_id = ${customerId} ORDER BY is_default DESC, id DESC`)
}

/** Saves an address, as the default if it is the first; null when the customer has `max` already. */
export async function insertAddress(
  tx: Tx,
  customerId: string,
  given: AddressValues & { readonly id: string; readonly max: number },
  now: Date,
): Promise<AddressRow | null> {
  return tx.maybe<AddressRow>(sql`
    INSERT INTO customers.addresses (id, customer_id, label, is_default, address, created_at, updated_at)
    SELECT ${given.id}::uuid, ${customerId}::uuid, ${given.label}, counted.number = 0,
      ${JSON.stringify(given.address)}::jsonb, ${now}::timestamptz, ${now}::timestamptz
    FROM (SELECT count(*) AS number FROM customers.addresses WHERE customer_id = ${customerId}) counted
    WHERE counted.number < ${given.max}
    RETURNING ${columns}`)
}

/** Replaces an address of a customer; null when there is none of that id. */
export async function replaceAddress(
  tx: Tx,
  customerId: string,
  id: string,
  given: AddressValues,
  now: Date,
): Promise<AddressRow | null> {
  return tx.maybe<AddressRow>(sql`
    UPDATE customers.addresses
    SET label = ${given.label}, address = ${JSON.stringify(given.address)}::jsonb, updated_at = ${now}
    WHERE id = ${id} AND customer_id = ${customerId}
    RETURNING ${columns}`)
}

/** Makes an address the customer's default, or no longer so. Answers it. */
export async function setDefault(
  tx: Tx,
  customerId: string,
  id: string,
  isDefault: boolean,
): Promise<AddressRow> {
  // Two statements: the index that allows one default is checked row by row.
  await tx.run(sql`
    UPDATE customers.addresses SET is_default = false
    WHERE customer_id = ${customerId} AND is_default AND (id <> ${id} AND ${isDefault} OR id = ${id} AND NOT ${isDefault})`)
  return tx.one<AddressRow>(sql`
    UPDATE customers.addresses SET is_default = ${isDefault}
    WHERE id = ${id} AND customer_id = ${customerId}
    RETURNING ${columns}`)
}

/** Removes an address of a customer; null when there is none of that id. */
export async function deleteAddressRow(tx: Tx, customerId: string, id: string): Promise<AddressRow | null> {
  return tx.maybe<AddressRow>(sql`
    DELETE FROM customers.addresses WHERE id = ${id} AND customer_id = ${customerId} RETURNING ${columns}`)
}

/** Makes the newest address the default, for when the default one is gone. */
export async function promoteNewest(tx: Tx, customerId: string): Promise<void> {
  await tx.run(sql`
    UPDATE customers.addresses SET is_default = true
    WHERE id = (SELECT id FROM customers.addresses WHERE customer_id = ${customerId} ORDER BY id DESC LIMIT 1)`)
}

/** Removes all addresses of a customer. */
export async function deleteAddresses(tx: Tx, customerId: string): Promise<void> {
  await tx.run(sql`DELETE FROM customers.addresses WHERE customer_id = ${customerId}`)
}
