import { commonErrors, type CommonErrorCode } from './common-errors.ts'

/**
 * One thing wrong with one place of the input. `path` is dotted, '' for the whole; in a long text `line` and `column` tell
 * where, both from 1.
 */
export type FieldError = {
  readonly path: string
  readonly message: string
  readonly line?: number
  readonly column?: number
}

type AppErrorInit = {
  readonly code: string
  readonly status: number
  readonly message: string
  readonly errors?: readonly FieldError[] | undefined
  readonly retryAfterSeconds?: number | undefined
}

/**
 * An expected, declared outcome that a caller may read. Everything else that is thrown is a bug:
 * it answers 500 with nothing in it.
 */
export class AppError extends Error {
  readonly code: string
  readonly status: number
  readonly errors: readonly FieldError[] | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(init: AppErrorInit) {
    super(init.message)
    this.name = 'AppError'
    this.code = init.code
    this.status = init.status
    this.errors = init.errors
    this.retryAfterSeconds = init.retryAfterSeconds
  }
}

/** What may be said in addition to a code. */
export type FailDetail = {
  readonly message?: string
  readonly errors?: readonly FieldError[]
  readonly retryAfterSeconds?: number
}

/** Makes a failure from the common table. Throw what it returns. */
export function failure(code: CommonErrorCode, detail: FailDetail = {}): AppError {
  const { status, message } = commonErrors[code]
  return new AppError({ code, status, message, ...detail })
}
