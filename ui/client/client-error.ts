/** One thing wrong with one field of what was sent; `line` and `column` in a long text, from 1. */
export type FieldError = {
  readonly path: string
  readonly message: string
  readonly line?: number
  readonly column?: number
}

/** A failure that the API declared. `code` is stable; `message` is a sentence for people. */
export class ClientError extends Error {
  readonly code: string
  readonly status: number
  readonly errors: readonly FieldError[]
  readonly request_id: string | null

  constructor(init: {
    code: string
    status: number
    message: string
    errors?: readonly FieldError[]
    request_id?: string
  }) {
    super(init.message)
    this.name = 'ClientError'
    this.code = init.code
    this.status = init.status
    this.errors = init.errors ?? []
    this.request_id = init.request_id ?? null
  }
}

/** Reads anything thrown by a call as a ClientError; what is none of ours becomes UNAVAILABLE. */
export function toClientError(error: unknown): ClientError {
  if (error instanceof ClientError) return error
  const shape = error as Partial<ClientError> | null
  if (typeof shape?.code === 'string' && typeof shape.status === 'number') {
    return new ClientError({
      code: shape.code,
      status: shape.status,
      message: shape.message ?? '',
      ...(shape.errors === undefined ? {} : { errors: shape.errors }),
    })
  }
  return new ClientError({
    code: 'UNAVAILABLE',
    status: 503,
    message: 'The shop cannot be reached at the moment.',
  })
}
