import pg from 'pg'
import type { CustomTypesConfig } from 'pg'

type Parse = (text: string) => unknown

const oid = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700 } as const
const arrayOid = { int8: 1016, date: 1182, timestamp: 1115, timestamptz: 1185, numeric: 1231 } as const
/** text[]; the types of `pg` list only scalar types. */
const parseTextArray = pg.types.getTypeParser(1009 as 25, 'text') as Parse

const scalar: Readonly<Record<keyof typeof oid, Parse>> = {
  int8: parseInt8,
  date: (text) => text,
  timestamp: parseTime,
  timestamptz: parseTime,
  numeric: (text) => text,
}

const own = new Map<number, Parse>()
for (const name of Object.keys(oid) as (keyof typeof oid)[]) {
  own.set(oid[name], scalar[name])
  own.set(arrayOid[name], (text) => parseArray(text, scalar[name]))
}

/**
 * How column values become JavaScript, for our connections only: int8 a safe integer, times ISO 8601 in UTC,
 * dates `YYYY-MM-DD`, numeric its exact text. Everything else as `pg` does it.
 */
export const parsers: CustomTypesConfig = { getTypeParser: parserOf as CustomTypesConfig['getTypeParser'] }

function parserOf(id: number, format?: 'text' | 'binary'): Parse {
  if (format === 'binary') return pg.types.getTypeParser(id, 'binary') as Parse
  return own.get(id) ?? (pg.types.getTypeParser(id, 'text') as Parse)
}

function parseInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError('an int8 from the database is beyond the safe integers')
  return value
}

// Milliseconds as Date#toISOString writes them; microseconds only where there are some, so that nothing is lost
// in a cursor or a comparison.
function parseTime(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:\+00)?$/.exec(text)
  if (!match) return text
  const [, day, time, fraction = ''] = match
  const micros = fraction.padEnd(6, '0')
  return `${day}T${time}.${micros.endsWith('000') ? micros.slice(0, 3) : micros}Z`
}

function parseArray(text: string, parse: Parse): unknown {
  const strings = parseTextArray(text) as unknown[]
  const each = (item: unknown): unknown =>
    Array.isArray(item) ? item.map(each) : typeof item === 'string' ? parse(item) : item
  return strings.map(each)
}
