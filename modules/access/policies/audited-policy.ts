import type { PolicyRow } from '../store/policies.ts'

/** What the audit trail says about a policy: all of it, for a policy is what others are held to. */
export function auditedPolicy({ name, text, enabled, template, version }: PolicyRow) {
  return { name, text, enabled, template, version }
}
