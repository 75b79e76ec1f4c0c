import type { z } from 'zod'
import { type AppError, failure } from './app-error.ts'

const MAX_REPORTED = 20

/** Turns what zod found into VALIDATION_FAILED with one `{ path, message }` per place, at most 20. */
export function validationFailure(error: z.ZodError): AppError {
  const errors = error.issues.slice(0, MAX_REPORTED).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...issue.path.map(String), key.slice(0, 100)].join('.'),
        message: 'This field is not known here.',
      }))
    }
    return [{ path: issue.path.map(String).join('.').slice(0, 200), message: issue.message.slice(0, 300) }]
  })
  return failure('VALIDATION_FAILED', { errors: errors.slice(0, MAX_REPORTED) })
}
