import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { failure } from '@rampart/platform/errors/app-error.ts'
import type { PaymentsDeps } from './deps.ts'

const TIMEOUT_MS = 10_000
const MAX_BYTES = 4_000_000

export type Question = {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  /** These hold keys: they go to the provider and nowhere else. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Whether asking again is harmless: a lookup, or a request under an idempotency key. */
  readonly repeatable: boolean
  readonly timeoutMs?: number | undefined
  /** Whether 401 and 403 are what is asked for, and no trouble. */
  readonly asksForRights?: boolean
}

export type Answer = { readonly status: number; readonly body: unknown }

/**
 * Asks a provider, twice when that is harmless and the first answer was lost. Answers below 500 that say something
 * about the request are the caller's to read. @throws UNAVAILABLE for no answer, one that is no JSON, or 401, 403, 409, 429 and 5xx
 */
export async function askProvider(
  deps: Pick<PaymentsDeps, 'log' | 'clock'>,
  context: CallContext,
  provider: string,
  question: Question,
): Promise<Answer> {
  let failed: unknown
  for (let tries = question.repeatable ? 2 : 1; tries > 0; tries -= 1) {
    const left = context.deadline - deps.clock().getTime()
    if (left <= 0) throw failure('DEADLINE_EXCEEDED')
    try {
      const answer = await ask(question, Math.min(left, question.timeoutMs ?? TIMEOUT_MS))
      const refused = answer.status === 401 || answer.status === 403
      if (!isTheirTrouble(answer.status) || (refused && question.asksForRights === true)) return answer
      failed = `status ${String(answer.status)}`
      if (refused) break
    } catch (error) {
      failed = error
    }
  }
  // The path names objects of the provider, never a key.
  deps.log.warn('a payment provider could not be asked', {
    provider,
    method: question.method,
    path: question.url.pathname,
    error: failed,
  })
  throw failure('UNAVAILABLE')
}

function isTheirTrouble(status: number): boolean {
  return status >= 500 || [401, 403, 408, 409, 424, 429].includes(status)
}

async function ask({ method, url, headers, body }: Question, timeoutMs: number): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { accept: 'application/json', ...headers },
    ...(body === undefined ? {} : { body }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  const text = await cappedText(response)
  if (isTheirTrouble(response.status)) return { status: response.status, body: null }
  return { status: response.status, body: JSON.parse(text) as unknown }
}

async function cappedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > MAX_BYTES) throw new Error('The answer of the payment provider is too long.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
