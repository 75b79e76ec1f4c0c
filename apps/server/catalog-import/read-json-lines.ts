import type { FileRecord, ReadRecord } from './record.ts'
import { textLines } from './text-lines.ts'

const MAX_DEPTH = 20

/** Records of a JSONL text, one a line. */
export async function* jsonRecords(
  text: AsyncIterable<string>,
  maxRecord: number,
): AsyncGenerator<ReadRecord> {
  let line = 0
  for await (const each of textLines(text, maxRecord)) {
    line += 1
    if (each === null)
      yield { line, reason: `The line is longer than ${maxRecord.toLocaleString('en')} characters.` }
    else if (each.trim() !== '') yield { line, ...parseLine(each) }
  }
}

function parseLine(text: string): { record: FileRecord } | { reason: string } {
  if (isDeep(text)) return { reason: `The line is nested deeper than ${String(MAX_DEPTH)} levels.` }
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { record: value as FileRecord }
    return { reason: 'The line is not a JSON object.' }
  } catch {
    return { reason: 'The line is not JSON.' }
  }
}

// What walks through a value calls itself once a level. Each character is looked at once.
function isDeep(text: string): boolean {
  let depth = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]
    if (isQuoted && mark === '\\') at += 1
    else if (mark === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (mark === '[' || mark === '{') depth += 1
    else if (mark === ']' || mark === '}') depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}
