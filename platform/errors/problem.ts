import { AppError, failure, type FieldError } from './app-error.ts'

/** RFC 9457 problem details, as every failed request answers. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly request_id: string
  readonly errors?: readonly FieldError[]
}

/** Turns anything thrown into the failure a caller may see; an undeclared error becomes INTERNAL. */
export function publicFailure(error: unknown): AppError {
  return error instanceof AppError ? error : failure('INTERNAL')
}

/** Renders a failure as problem details. `type` is a stable address in the error list of the docs. */
export function toProblem(error: AppError, requestId: string): Problem {
  return {
    type: `/docs/errors#${error.code}`,
    title: error.code.toLowerCase().replaceAll('_', ' '),
    status: error.status,
    code: error.code,
    detail: error.message,
    request_id: requestId,
    ...(error.errors === undefined ? {} : { errors: error.errors }),
  }
}

/** Reads problem details that another process answered with. Anything unreadable becomes UNAVAILABLE. */
export function fromProblem(value: unknown): AppError {
  if (typeof value !== 'object' || value === null) return failure('UNAVAILABLE')
  const { code, status, detail, errors } = value as Partial<Problem>
  if (typeof code !== 'string' || typeof status !== 'number' || typeof detail !== 'string') {
    return failure('UNAVAILABLE')
  }
  return new AppError({ code, status, message: detail, errors })
}
