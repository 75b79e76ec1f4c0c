import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { ParameterValues } from '../policies/templates.ts'

export type PolicyRow = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly text: string
  readonly enabled: boolean
  readonly template: string | null
  readonly parameters: ParameterValues | null
  readonly version: number
  readonly updated_by: string | null
  readonly updated_at: string
}

/** What somebody writes. */
export type PolicyContent = Omit<PolicyRow, 'id' | 'version' | 'updated_by' | 'updated_at'>

type Change = { readonly by: string | null; readonly at: Date }

const columns = sql`
  id, name, description, text, enabled, template, parameters, version, updated_by, updated_at`

/** Holds everybody else who changes policies until the end of the transaction, and counts the change. */
export async function takeRevision(tx: Tx): Promise<void> {
  await tx.run(sql`UPDATE access.policy_revision SET revision = revision + 1`)
}

/** Changes with every change of any policy. */
export async function findRevision(q: Queryable): Promise<string> {
  const { revision } = await q.one<{ revision: string }>(
    sql`SELECT revision::text AS revision FROM access.policy_revision`,
  )
  return revision
}

/** Every policy, by name. */
export async function findPolicies(q: Queryable): Promise<PolicyRow[]> {
  return q.many<PolicyRow>(sql`SELECT ${columns} FROM access.policies ORDER BY name, id`)
}

/** One policy, held until the end of the transaction. */
export async function holdPolicy(tx: Tx, id: string): Promise<PolicyRow | null> {
  return tx.maybe<PolicyRow>(sql`SELECT ${columns} FROM access.policies WHERE id = ${id} FOR UPDATE`)
}

/** @throws a unique violation of policies_name */
export async function insertPolicy(
  tx: Tx,
  id: string,
  content: PolicyContent,
  change: Change,
): Promise<PolicyRow> {
  const { name, description, text, enabled, template, parameters } = content
  const row = await tx.one<PolicyRow>(sql`
    INSERT INTO access.policies (id, name, description, text, enabled, template, parameters, updated_by, updated_at)
    VALUES (${id}, ${name}, ${description}, ${text}, ${enabled}, ${template}, ${jsonOf(parameters)}::jsonb,
      ${change.by}, ${change.at})
    RETURNING ${columns}`)
  await keepVersion(tx, row)
  return row
}

/** @throws a unique violation of policies_name */
export async function changePolicy(
  tx: Tx,
  id: string,
  content: PolicyContent,
  change: Change,
): Promise<PolicyRow> {
  const { name, description, text, enabled, template, parameters } = content
  const row = await tx.one<PolicyRow>(sql`
    UPDATE access.policies SET name = ${name}, description = ${description}, text = ${text}, enabled = ${enabled},
      template = ${template}, parameters = ${jsonOf(parameters)}::jsonb, version = version + 1,
      updated_by = ${change.by}, updated_at = ${change.at}
    WHERE id = ${id} RETURNING ${columns}`)
  await keepVersion(tx, row)
  return row
}

/** Removes a policy; its versions stay. */
export async function removePolicy(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM access.policies WHERE id = ${id}`)
}

export type VersionRow = Pick<PolicyRow, 'version' | 'name' | 'text' | 'enabled'> & {
  readonly changed_by: string | null
  readonly changed_at: string
}

/** Every wording of a policy, the newest first, also of one that was removed. */
export async function findVersions(q: Queryable, policyId: string): Promise<VersionRow[]> {
  return q.many<VersionRow>(sql`
    SELECT version, name, text, enabled, changed_by, changed_at FROM access.policy_versions
    WHERE policy_id = ${policyId} ORDER BY version DESC LIMIT 200`)
}

async function keepVersion(tx: Tx, row: PolicyRow): Promise<void> {
  await tx.run(sql`
    INSERT INTO access.policy_versions (policy_id, version, name, text, enabled, changed_by, changed_at)
    VALUES (${row.id}, ${row.version}, ${row.name}, ${row.text}, ${row.enabled}, ${row.updated_by}, ${row.updated_at})`)
}

function jsonOf(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}
