import type { CustomFetch } from 'openid-client'

/** How long a provider may take for one answer, in seconds. */
export const TIMEOUT_SECONDS = 5
const MAX_BYTES = 256 * 1_024

/**
 * Requests to a provider: only to the addresses that were agreed on, following no redirect, and reading no more than a
 * metadata document or key set can be long.
 */
export function requestsTo(addresses: readonly string[]): CustomFetch {
  const agreed = new Set(addresses.map((address) => new URL(address).href))
  return async (url, options) => {
    if (!agreed.has(new URL(url).href)) throw new Error('The provider was not to be asked there.')
    const response = await fetch(url, {
      method: options.method,
      headers: options.headers,
      body: options.body as NonNullable<RequestInit['body']> | null,
      redirect: 'error',
      signal: options.signal ?? AbortSignal.timeout(TIMEOUT_SECONDS * 1_000),
    })
    const { status, headers } = response
    return new Response(await capped(response), { status, headers })
  }
}

async function capped(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  const body: AsyncIterable<Uint8Array> | null = response.body
  if (body === null) return null
  for await (const chunk of body) {
    length += chunk.length
    if (length > MAX_BYTES) throw new Error('The answer of the provider is too long.')
    chunks.push(chunk)
  }
  return length === 0 ? null : new Uint8Array(Buffer.concat(chunks))
}
