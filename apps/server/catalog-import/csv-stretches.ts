import type { RefusedRecord } from './record.ts'
import { textLines } from './text-lines.ts'

/** One record as it stands in the file, with the line it ends in. */
export type CsvText = { readonly line: number; readonly text: string }

const STRETCH = 64_000

/**
 * Records of a CSV text, many at a time, or one that cannot be held. What is too long is dropped before anything
 * parses it: csv-parse drops with such a record whatever else came in the same piece, and tells of it more than once.
 */
export async function* csvStretches(
  text: AsyncIterable<string>,
  delimiter: string,
  max: number,
): AsyncGenerator<CsvText[] | RefusedRecord> {
  let stretch: CsvText[] = []
  let size = 0
  for await (const each of csvTexts(text, delimiter, max)) {
    if ('reason' in each || size > STRETCH) {
      if (stretch.length > 0) yield stretch
      stretch = []
      size = 0
    }
    if ('reason' in each) yield each
    else {
      stretch.push(each)
      size += each.text.length
    }
  }
  if (stretch.length > 0) yield stretch
}

async function* csvTexts(
  text: AsyncIterable<string>,
  delimiter: string,
  max: number,
): AsyncGenerator<CsvText | RefusedRecord> {
  const tooLong = `The record is longer than ${max.toLocaleString('en')} characters.`
  let held: string[] = []
  let [line, length, open] = [0, 0, false]
  for await (const each of textLines(text, max)) {
    line += 1
    if (!open) [held, length] = [[], 0]
    // Of a line that is not held nobody knows whether it ends within quotation marks.
    open = each !== null && isOpenAfter(each, delimiter, open)
    length += (each ?? '').length + 1
    if (each === null || length > max) [held, length] = [[], Infinity]
    else held.push(each)
    if (open) continue
    if (length > max) yield { line, reason: tooLong }
    else if (length > held.length) yield { line, text: held.join('\n') }
  }
  if (open) yield { line, reason: 'A quotation mark is never closed.' }
}

/** Whether a line ends within quotation marks: only one that begins a cell opens them. */
function isOpenAfter(line: string, delimiter: string, isOpen: boolean): boolean {
  let at = 0
  let open = isOpen
  while (line.includes('"', at)) {
    if (!open) {
      while (line[at] === ' ' || (line[at] === '\t' && delimiter !== '\t')) at += 1
      open = line[at] === '"'
      if (open) at += 1
    }
    if (open) {
      at = closingMark(line, at)
      if (at === -1) return true
      open = false
    }
    at = line.indexOf(delimiter, at) + 1
    if (at === 0) return false
  }
  return open
}

function closingMark(line: string, from: number): number {
  let end = line.indexOf('"', from)
  while (end !== -1 && line[end + 1] === '"') end = line.indexOf('"', end + 2)
  return end
}
