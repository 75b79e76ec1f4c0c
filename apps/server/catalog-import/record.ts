/** Under which a record of a sheet names its columns: also those in which it has nothing. */
export const COLUMNS = Symbol('columns')

/** One record of a file: what stands in its columns. */
export type FileRecord = Readonly<Record<string, unknown>> & { readonly [COLUMNS]?: ReadonlySet<string> }

/** The columns that the file of a record has. */
export function columnsIn(record: FileRecord): Iterable<string> {
  return record[COLUMNS] ?? Object.keys(record)
}

/** Whether the file of a record has a column. */
export function hasColumn(record: FileRecord, column: string): boolean {
  return record[COLUMNS]?.has(column) ?? Object.hasOwn(record, column)
}

/** Why a line holds no record. */
export type RefusedRecord = { readonly line: number; readonly reason: string }

/** A record with the line it stands in, or why that line holds none. */
export type ReadRecord = { readonly line: number; readonly record: FileRecord } | RefusedRecord

/** A column as text: lists joined, numbers and yes/no written out, nothing as ''. */
export function textOf(record: FileRecord, column: string | undefined): string {
  if (column === undefined || !Object.hasOwn(record, column)) return ''
  return writeValue(record[column])
}

/** A value of any type as text. */
export function writeValue(value: unknown): string {
  if (typeof value === 'string') return cleaned(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map(writeValue).filter(Boolean).join(', ')
  return ''
}

/** A text of at most `max` characters, cut between words. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > max / 2 ? cut.slice(0, space) : cut).trimEnd()}…`.toWellFormed()
}

// Catalogues carry stray control characters and line breaks written as \n.
function cleaned(text: string): string {
  return text
    .replaceAll('\\n', '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ')
    .toWellFormed()
    .trim()
}
