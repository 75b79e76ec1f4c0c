import type { Add, Change } from './change.ts'
import { compareSchema } from './compare-schema.ts'
import type { OperationShape, Snapshot } from './snapshot.ts'

/** Every difference between two snapshots, and whether it breaks those who rely on the older one. */
export function compareSnapshots(before: Snapshot, after: Snapshot): Change[] {
  const changes: Change[] = []
  const add = (level: Change['level'], where: string, what: string) => changes.push({ level, where, what })
  for (const [name, shape] of Object.entries(before.operations)) {
    const next = after.operations[name]
    if (next === undefined) add('breaking', name, 'the operation is gone')
    else compareOperation(name, shape, next, add)
  }
  for (const name of Object.keys(after.operations)) {
    if (before.operations[name] === undefined) add('additive', name, 'a new operation')
  }
  for (const [name, schema] of Object.entries(before.events)) {
    const next = after.events[name]
    if (next === undefined) add('breaking', name, 'the event is gone')
    else compareSchema(name, schema, next, 'output', add)
  }
  for (const name of Object.keys(after.events)) {
    if (before.events[name] === undefined) add('additive', name, 'a new event')
  }
  return changes
}

function compareOperation(name: string, before: OperationShape, after: OperationShape, add: Add): void {
  for (const field of ['kind', 'http', 'permission'] as const) {
    if (before[field] !== after[field])
      add('breaking', name, `${field} was ${String(before[field])}, is ${String(after[field])}`)
  }
  if (before.idempotency !== after.idempotency) {
    add(
      after.idempotency === 'required' ? 'breaking' : 'additive',
      name,
      `idempotency is ${after.idempotency}`,
    )
  }
  for (const field of ['allow', 'modules'] as const) {
    const lost = before[field].filter((entry) => !after[field].includes(entry))
    const won = after[field].filter((entry) => !before[field].includes(entry))
    if (lost.length > 0) add('breaking', name, `${field} lost ${lost.join(', ')}`)
    if (won.length > 0) add('additive', name, `${field} won ${won.join(', ')}`)
  }
  const errors = after.errors.filter((code) => !before.errors.includes(code))
  if (errors.length > 0) add('additive', name, `new errors ${errors.join(', ')}`)
  const gone = before.errors.filter((code) => !after.errors.includes(code))
  if (gone.length > 0) add('additive', name, `errors that cannot happen any more ${gone.join(', ')}`)
  compareSchema(`${name} input`, before.input, after.input, 'input', add)
  compareSchema(`${name} output`, before.output, after.output, 'output', add)
}
