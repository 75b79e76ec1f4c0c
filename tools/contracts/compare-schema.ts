import { canonicalJson } from '../../platform/crypto/canonical-json.ts'
import type { Add } from './change.ts'

type Schema = Readonly<Record<string, unknown>>
type Direction = 'input' | 'output'

/** What a caller sends may only get looser, what it receives only richer. */
export function compareSchema(where: string, before: Schema, after: Schema, io: Direction, add: Add): void {
  if (canonicalJson(before) === canonicalJson(after)) return
  const changes = count(add)
  compareFields(where, before, after, io, changes.add)
  for (const part of ['items', 'additionalProperties']) {
    const [was, is] = [schemaOf(before[part]), schemaOf(after[part])]
    if (was !== null && is !== null) compareSchema(`${where}[]`, was, is, io, changes.add)
  }
  compareChoices(where, before, after, io, changes.add)
  compareWords(where, before, after, io, changes.add)
  // What was looked at above, and is of the same kind on both sides, says nothing more.
  if (canonicalJson(rest(before, after)) !== canonicalJson(rest(after, before)))
    add('breaking', where, 'the schema has changed beside its fields')
  else if (changes.made === 0) add('breaking', where, 'the schema has changed')
}

function compareFields(where: string, before: Schema, after: Schema, io: Direction, add: Add): void {
  const [was, is] = [schemaOf(before['properties']), schemaOf(after['properties'])]
  if (was === null || is === null) return
  const [needed, needs] = [requiredOf(before), requiredOf(after)]
  for (const [name, old] of Object.entries(was)) {
    const next = schemaOf(is[name])
    if (next === null) add('breaking', `${where}.${name}`, 'the field is gone')
    else compareSchema(`${where}.${name}`, schemaOf(old) ?? {}, next, io, add)
    if (next === null || needed.has(name) === needs.has(name)) continue
    const level = needs.has(name) === (io === 'input') ? 'breaking' : 'additive'
    add(level, `${where}.${name}`, needs.has(name) ? 'is always there now' : 'may be absent now')
  }
  for (const name of Object.keys(is).filter((each) => was[each] === undefined)) {
    const asked = io === 'input' && needs.has(name)
    add(
      asked ? 'breaking' : 'additive',
      `${where}.${name}`,
      asked ? 'a new field that must be sent' : 'a new field',
    )
  }
}

/** Choices are told apart by their place: an input may offer more of them, an output fewer. */
function compareChoices(where: string, before: Schema, after: Schema, io: Direction, add: Add): void {
  for (const part of ['anyOf', 'oneOf']) {
    const [was, is] = [before[part], after[part]]
    if (!Array.isArray(was) || !Array.isArray(is)) continue
    for (const [index, old] of (was as Schema[]).slice(0, is.length).entries())
      compareSchema(`${where}|${String(index)}`, old, (is as Schema[])[index] ?? {}, io, add)
    if (was.length !== is.length) add(levelOf(is.length > was.length, io), where, 'other choices')
  }
}

function compareWords(where: string, before: Schema, after: Schema, io: Direction, add: Add): void {
  const [was, is] = [before['enum'], after['enum']]
  if (!Array.isArray(was) || !Array.isArray(is)) return
  const more = is.filter((word) => !was.includes(word))
  const less = was.filter((word) => !is.includes(word))
  if (more.length > 0) add(levelOf(true, io), where, `new words ${more.join(', ')}`)
  if (less.length > 0) add(levelOf(false, io), where, `words that are gone ${less.join(', ')}`)
}

function levelOf(wider: boolean, io: Direction): 'additive' | 'breaking' {
  return wider === (io === 'input') ? 'additive' : 'breaking'
}

/** A schema without the parts that both sides have in a form that was compared. */
function rest(schema: Schema, other: Schema): Schema {
  const both = (is: (value: unknown) => boolean, part: string): boolean => is(schema[part]) && is(other[part])
  const isSchema = (value: unknown): boolean => schemaOf(value) !== null
  const entries = Object.entries(schema).filter(([part]) => {
    if (part === 'required') return !both(isSchema, 'properties')
    if (part === 'properties' || part === 'items' || part === 'additionalProperties')
      return !both(isSchema, part)
    if (part === 'anyOf' || part === 'oneOf' || part === 'enum') return !both(Array.isArray, part)
    return true
  })
  return Object.fromEntries(entries)
}

function count(add: Add): { readonly add: Add; readonly made: number } {
  let made = 0
  return {
    add: (...change) => {
      made += 1
      add(...change)
    },
    get made() {
      return made
    },
  }
}

function schemaOf(value: unknown): Schema | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : null
}

function requiredOf(schema: Schema): ReadonlySet<string> {
  return new Set(Array.isArray(schema['required']) ? (schema['required'] as string[]) : [])
}
