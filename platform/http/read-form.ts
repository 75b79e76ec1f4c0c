import { failure } from '../errors/app-error.ts'

const MAX_FIELDS = 200

/** Reads an URL-encoded body: plain fields only, each once. */
export function readFormBody(text: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  let count = 0
  for (const [key, value] of new URLSearchParams(text)) {
    count += 1
    if (count > MAX_FIELDS) throw failure('PAYLOAD_TOO_LARGE')
    if (key === '__proto__' || Object.hasOwn(fields, key)) {
      throw failure('VALIDATION_FAILED', {
        errors: [{ path: key.slice(0, 100), message: 'This field is given twice.' }],
      })
    }
    fields[key] = value
  }
  return fields
}
