import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { foldPassword, isRepetition, repetitionUnits } from './domain/password-shape.ts'

const LIST = new URL('./data/common-passwords.txt.gz', import.meta.url)
const NEWLINE = 0x0a

let loading: Promise<Buffer> | undefined

// One buffer of 0.75 MB that is searched where it lies; a Set of as many strings would take ten times that.
async function loadList(): Promise<Buffer> {
  loading ??= readFile(LIST).then((zipped) => promisify(gunzip)(zipped))
  try {
    return await loading
  } catch (error) {
    loading = undefined
    throw error
  }
}

/**
 * Whether a password is one of the 100,000 most common ones or one of these words (the shop's name, its owner's name
 * and e-mail address), whatever its case, alone or written several times over.
 */
export async function isCommonPassword(password: string, ownWords: readonly string[]): Promise<boolean> {
  const folded = foldPassword(password)
  const units = repetitionUnits(folded)
  if (isRepetition(folded) || ownWords.some((word) => units.includes(foldPassword(word)))) return true
  const list = await loadList()
  return units.some((unit) => contains(list, Buffer.from(unit)))
}

/** Binary search among lines sorted by their bytes. */
function contains(list: Buffer, line: Buffer): boolean {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const start = middle === 0 ? 0 : list.lastIndexOf(NEWLINE, middle - 1) + 1
    const newline = list.indexOf(NEWLINE, start)
    const end = newline === -1 ? list.length : newline
    const order = Buffer.compare(line, list.subarray(start, end))
    if (order === 0) return true
    if (order < 0) high = start
    else low = end + 1
  }
  return false
}
