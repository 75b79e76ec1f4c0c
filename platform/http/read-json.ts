import { failure } from '../errors/app-error.ts'

const MAX_DEPTH = 32
const MAX_VALUES = 100_000
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Decodes a body that must be UTF-8. Broken bytes are VALIDATION_FAILED. */
export function readText(body: Buffer): string {
  try {
    return decoder.decode(body)
  } catch {
    throw failure('VALIDATION_FAILED', { errors: [{ path: '', message: 'The body is not valid UTF-8.' }] })
  }
}

/** Parses a JSON body. Anything unreadable is VALIDATION_FAILED. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw failure('VALIDATION_FAILED', { errors: [{ path: '', message: 'The body is not valid JSON.' }] })
  }
}

/**
 * Refuses what no schema of ours means to accept wherever it stands: `__proto__` keys, NUL characters (PostgreSQL
 * cannot hold them), halves of surrogate pairs, more than 32 levels, more than 100,000 values.
 */
export function assertPlain(value: unknown): void {
  assertValue(value, [], { values: 0 })
}

type Path = (string | number)[]

function assertValue(value: unknown, path: Path, counted: { values: number }): void {
  counted.values += 1
  if (counted.values > MAX_VALUES) throw refused([], 'There are too many values.')
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed()) throw refused(path, 'The text is not valid.')
    return
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return
  if (path.length >= MAX_DEPTH) throw refused(path, 'The value is nested too deeply.')
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) assertPart(value[index], index, path, counted)
    return
  }
  for (const key of Object.keys(value)) {
    if (key === '__proto__') throw refused(path, 'This field is not known here.')
    if (key.includes('\u0000') || !key.isWellFormed()) throw refused(path, 'A field name is not valid.')
    assertPart((value as Record<string, unknown>)[key], key, path, counted)
  }
}

function assertPart(value: unknown, at: string | number, path: Path, counted: { values: number }): void {
  path.push(at)
  assertValue(value, path, counted)
  path.pop()
}

function refused(path: Path, message: string) {
  return failure('VALIDATION_FAILED', { errors: [{ path: path.join('.').slice(0, 200), message }] })
}
