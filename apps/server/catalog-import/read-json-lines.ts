import type { FileRecord, ReadRecord } from './record.ts'

const MAX_DEPTH = 20

/** Records of a JSONL text, one a line. */
export async function* jsonRecords(
  text: AsyncIterable<string>,
  maxRecord: number,
): AsyncGenerator<ReadRecord> {
  let line = 0
  for await (const each of lines(text, maxRecord)) {
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

// What walks through a value calls itself once a level.
function isDeep(text: string): boolean {
  let depth = 0
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (mark === '[' || mark === '{') depth += 1
    else if (mark === ']' || mark === '}') depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}

/** Lines of a text; null for one that is too long to be held. */
async function* lines(text: AsyncIterable<string>, max: number): AsyncGenerator<string | null> {
  let rest = ''
  let tooLong = false
  for await (const chunk of text) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      yield tooLong || part.length > max ? null : part
      tooLong = false
    }
    if (rest.length > max) {
      tooLong = true
      rest = ''
    }
  }
  if (tooLong || rest !== '') yield tooLong ? null : rest
}
