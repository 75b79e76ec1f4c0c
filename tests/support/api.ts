/** A small HTTP client for tests: JSON in, JSON out, nothing hidden. */
export type Answer = { readonly status: number; readonly body: Json; readonly headers: Headers }

export type Json = Record<string, unknown> & { readonly [key: string]: never }

export type CallOptions = {
  readonly token?: string
  readonly cartToken?: string
  readonly idempotencyKey?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Milliseconds; a connection that was handed to a process in the moment of its death is never answered. */
const PATIENCE = 20_000

/** Calls the API at `<url>/api/v1<path>`. */
export async function call(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Answer> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    signal: AbortSignal.timeout(PATIENCE),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(options.cartToken === undefined ? {} : { 'x-cart-token': options.cartToken }),
      ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
      ...options.headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? {} : JSON.parse(text)) as Json,
  }
}

export const someAddress = {
  full_name: 'Ada Marlow',
  street: '14 Quay Street',
  city: 'Bristol',
  postal_code: 'BS1 4DA',
  country: 'GB',
} as const
