import { z } from 'zod'
import type { Contract, Operation } from '../../platform/contract/define-contract.ts'

type Schema = Record<string, unknown>

/** An operation as its callers depend on it. */
export type OperationShape = {
  readonly kind: string
  readonly http: string | null
  readonly allow: readonly string[]
  readonly permission: string | null
  readonly modules: readonly string[]
  readonly idempotency: string
  readonly errors: readonly string[]
  readonly input: Schema
  readonly output: Schema
}

/** Everything that callers and subscribers depend on, by `<contract>.<operation>` and by event. */
export type Snapshot = {
  readonly operations: Readonly<Record<string, OperationShape>>
  readonly events: Readonly<Record<string, Schema>>
}

/** Writes down what the contracts promise. */
export function snapshotOf(contracts: readonly Contract[]): Snapshot {
  const operations: Record<string, OperationShape> = {}
  const events: Record<string, Schema> = {}
  for (const contract of contracts) {
    for (const [name, operation] of Object.entries(contract.operations)) {
      operations[`${contract.name}.${name}`] = shapeOf(operation)
    }
    for (const [name, schema] of Object.entries(contract.events ?? {}))
      events[name] = jsonSchema(schema, 'output')
  }
  return { operations: sorted(operations), events: sorted(events) }
}

function shapeOf({ kind, http, access, idempotency, errors, input, output }: Operation): OperationShape {
  return {
    kind,
    http: http === undefined ? null : `${http.method} ${http.path}`,
    allow: access.allow ?? [],
    permission: access.permission ?? null,
    modules: access.modules ?? [],
    idempotency: idempotency ?? 'optional',
    errors: Object.keys(errors ?? {}).sort(),
    input: jsonSchema(input, 'input'),
    output: jsonSchema(output, 'output'),
  }
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema
  return rest
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)))
}
