import { api } from '../api.ts'
import type { CallOptions } from '@rampart/client/public-client.ts'
import type { Approval } from './approvals-query.ts'

type Run = (input: unknown, options: CallOptions) => Promise<unknown>

/** A value as the API takes it: an amount without a currency is a plain one. */
function asSent(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if ('amount' in value && 'currency' in value && value.currency === null) return value.amount
  return value
}

/** The input of an approval as its call sends it. */
export function sentInput(input: unknown): Record<string, unknown> {
  if (typeof input !== 'object' || input === null) return {}
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, asSent(value)]))
}

/**
 * Makes the call that was agreed to. Its Idempotency-Key is the approval's id, so that a second press or a lost answer
 * does nothing twice. @throws ClientError
 */
export async function runApproved(approval: Approval): Promise<unknown> {
  const [contract = '', operation = ''] = approval.operation.split('.')
  const calls: Readonly<Record<string, Readonly<Record<string, Run>>>> = api as never
  const run = calls[contract]?.[operation]
  if (run === undefined) throw new Error(`There is no operation ${approval.operation}.`)
  return run(sentInput(approval.input), { approval_id: approval.id, idempotency_key: approval.id })
}
