import { createHash } from 'node:crypto'

/**
 * One statement, or a fragment of one. Made only by `sql`, `join`, `empty` and `unsafeSql`; a look-alike object
 * (from parsed JSON, say) is treated as a value and never as SQL. `name` is set when `pg` shall prepare it.
 */
export type Sql = { readonly text: string; readonly values: readonly unknown[]; readonly name?: string }

const pieces: unique symbol = Symbol('sql pieces')
type Made = Sql & { readonly [pieces]: readonly string[] }
type Template = { readonly pieces: readonly string[]; readonly text: string; readonly name: string }

const templates = new WeakMap<TemplateStringsArray, Template>()

/** Statements made of fragments come in many shapes; only this many of them are ever prepared. */
const maxComposed = 200
/** How often a composed text must return before it is worth preparing. */
const composedUses = 3
const composedNames = new Map<string, string>()
const composedSeen = new Map<string, number>()

/** A statement from a template: values become `$n` parameters, a value that is itself `Sql` is spliced in. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  if (values.some(isSql)) return compose(strings, values)
  const template = templateOf(strings)
  return make(template.pieces, template.text, values, template.name)
}

/** Fragments in a row, with `separator` (default `, `) between them. */
export function join(parts: readonly Sql[], separator: Sql = comma): Sql {
  const strings: string[] = ['']
  const values: unknown[] = []
  parts.forEach((part, index) => {
    if (index > 0) append(strings, values, separator)
    append(strings, values, part)
  })
  return fromPieces(strings, values)
}

/**
 * The fragment for a key that came from outside, such as a sort column. The map is the whitelist.
 * @throws a plain Error for a key that is not the map's own
 */
export function fromMap<K extends string>(map: Readonly<Record<K, Sql>>, key: K): Sql {
  if (!Object.hasOwn(map, key)) throw new Error('sql: key is not in the map')
  return map[key]
}

/** A fragment from a text that the program itself made: identifiers in migrations and tests. Never from input. */
export function unsafeSql(text: string): Sql {
  return make([text], text, [])
}

/** Whether a value was made here. */
export function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && pieces in value
}

/** Nothing: for a clause that is sometimes there. */
export const empty: Sql = unsafeSql('')

const comma = unsafeSql(', ')

function templateOf(strings: TemplateStringsArray): Template {
  const known = templates.get(strings)
  if (known) return known
  const text = numbered(strings)
  const template = { pieces: strings, text, name: nameOf(text) }
  templates.set(strings, template)
  return template
}

function compose(strings: TemplateStringsArray, given: readonly unknown[]): Sql {
  const out: string[] = [strings[0] ?? '']
  const values: unknown[] = []
  given.forEach((value, index) => {
    if (isSql(value)) append(out, values, value)
    else {
      values.push(value)
      out.push('')
    }
    extendLast(out, strings[index + 1] ?? '')
  })
  return fromPieces(out, values)
}

function append(strings: string[], values: unknown[], part: Sql): void {
  if (!isSql(part)) throw new TypeError('sql: only fragments made with sql`` can be joined')
  const [first = '', ...rest] = (part as Made)[pieces]
  extendLast(strings, first)
  strings.push(...rest)
  for (const value of part.values) values.push(value)
}

function extendLast(strings: string[], text: string): void {
  strings.push((strings.pop() ?? '') + text)
}

// Most of what is composed is a fragment of something else: text and name are made only for what is run.
function fromPieces(strings: readonly string[], values: readonly unknown[]): Sql {
  let text: string | undefined
  let name: string | undefined
  let named = false
  const made = {
    values,
    get text() {
      return (text ??= numbered(strings))
    },
    get name() {
      if (!named) name = composedName(made.text)
      named = true
      return name
    },
  }
  Object.defineProperty(made, pieces, { value: strings })
  return made as Sql
}

function make(strings: readonly string[], text: string, values: readonly unknown[], name?: string): Sql {
  const made = name === undefined ? { text, values } : { text, values, name }
  Object.defineProperty(made, pieces, { value: strings })
  return made
}

function numbered(strings: readonly string[]): string {
  let text = strings[0] ?? ''
  for (let index = 1; index < strings.length; index++) text += `$${index}${strings[index] ?? ''}`
  return text
}

// A name, once given, stays: a prepared statement lives as long as its connection, so it is the number of names
// ever given that must be bounded, not the number remembered.
function composedName(text: string): string | undefined {
  const known = composedNames.get(text)
  if (known !== undefined || composedNames.size >= maxComposed) return known
  const uses = (composedSeen.get(text) ?? 0) + 1
  composedSeen.delete(text)
  if (uses >= composedUses) {
    const name = nameOf(text)
    composedNames.set(text, name)
    return name
  }
  composedSeen.set(text, uses)
  if (composedSeen.size > maxComposed) {
    const [oldest] = composedSeen.keys()
    if (oldest !== undefined) composedSeen.delete(oldest)
  }
  return undefined
}

function nameOf(text: string): string {
  return `s_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
}
