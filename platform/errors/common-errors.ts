/**
 * The failures every operation may answer with, whatever its contract declares.
 * An operation's own failures stand in its contract, prefixed with the contract's name.
 */
export const commonErrors = {
  VALIDATION_FAILED: { status: 400, message: 'The request is not valid.' },
  IDEMPOTENCY_KEY_REQUIRED: { status: 400, message: 'This operation needs an Idempotency-Key header.' },
  UNAUTHENTICATED: { status: 401, message: 'Sign in to do this.' },
  STEP_UP_REQUIRED: { status: 401, message: 'Prove again that it is you to do this.' },
  FORBIDDEN: { status: 403, message: 'You may not do this.' },
  APPROVAL_REQUIRED: { status: 403, message: 'Somebody else has to agree to this first.' },
  CROSS_SITE_REQUEST: { status: 403, message: 'The request came from another site and was refused.' },
  NOT_FOUND: { status: 404, message: 'There is nothing here.' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'This address does not answer to that method.' },
  NOT_ACCEPTABLE: { status: 406, message: 'None of the accepted content types is available.' },
  REQUEST_TIMEOUT: { status: 408, message: 'The request took too long to arrive.' },
  IDEMPOTENCY_IN_PROGRESS: { status: 409, message: 'A request with this Idempotency-Key is still running.' },
  PAYLOAD_TOO_LARGE: { status: 413, message: 'The request body is too large.' },
  URI_TOO_LONG: { status: 414, message: 'The address is too long.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, message: 'This content type is not accepted here.' },
  RANGE_NOT_SATISFIABLE: { status: 416, message: 'The file does not have that part.' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, message: 'This Idempotency-Key was used for another request.' },
  HEADERS_TOO_LARGE: { status: 431, message: 'The request headers are too large.' },
  RATE_LIMITED: { status: 429, message: 'Too many requests. Wait a moment and try again.' },
  INTERNAL: { status: 500, message: 'Something went wrong on our side.' },
  UNAVAILABLE: { status: 503, message: 'The service is not available at the moment. Try again shortly.' },
  DEADLINE_EXCEEDED: { status: 504, message: 'The request took too long and was given up.' },
} as const satisfies ErrorTable

/** One declared failure: the HTTP status it answers with and the sentence a person reads. */
export type ErrorDefinition = { readonly status: number; readonly message: string }

/** A closed table of failures, keyed by code. */
export type ErrorTable = Readonly<Record<string, ErrorDefinition>>

/** A code that any operation may fail with. */
export type CommonErrorCode = keyof typeof commonErrors
