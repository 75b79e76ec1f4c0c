import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { FRESH_SECONDS } from '../contract/authorize.ts'
import { type AppError } from '../errors/app-error.ts'
import { publicFailure, toProblem } from '../errors/problem.ts'
import { DATA_POLICY } from './security-headers.ts'

export const JSON_TYPE = 'application/json; charset=utf-8'

/** Answers with problem details. The error's own text is sent only when a contract declared it. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const failure = publicFailure(error)
  if (failure.retryAfterSeconds !== undefined)
    void reply.header('retry-after', String(failure.retryAfterSeconds))
  if (failure.status === 401) void reply.header('www-authenticate', challengeOf(failure))
  return sendProblemText(reply, failure, request.id)
}

/** RFC 6750, and for an authentication that is too old RFC 9470. */
function challengeOf(failure: AppError): string {
  if (failure.code !== 'STEP_UP_REQUIRED') return 'Bearer'
  return `Bearer error="insufficient_user_authentication", max_age="${String(FRESH_SECONDS)}"`
}

function sendProblemText(reply: FastifyReply, failure: AppError, requestId: string): FastifyReply {
  return reply
    .code(failure.status)
    .header('cache-control', 'no-store')
    .header('content-security-policy', DATA_POLICY)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(toProblem(failure, requestId)))
}

/** What a `binary` operation answers with. */
export type BinaryAnswer = {
  readonly content_type: string
  readonly bytes: Uint8Array
  readonly etag: string
}

/** A file for the one who asks alone: to be kept under this name, and by nothing on its way. */
export type PrivateAnswer = Omit<BinaryAnswer, 'etag'> & {
  readonly attachment: string
  /** What to ask for the next part with; null or absent: this is all. */
  readonly next?: unknown
}

/** Asks for the next part of a file. */
export type ReadOn = (next: unknown) => Promise<{ readonly bytes: Uint8Array; readonly next: unknown }>

/** What a `redirect` operation answers with: where to, and a session that begins with it. */
export type RedirectAnswer = {
  readonly location: string
  readonly audience: 'shop' | 'staff'
  readonly session_token: string | null
  readonly expires_at: string | null
}

/** Sends a browser elsewhere. */
export function sendRedirect(reply: FastifyReply, location: string): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('content-security-policy', DATA_POLICY)
    .redirect(location, 303)
}

/** Sends a file whose address never changes its content, 304 where the browser has it; or a private one. */
export function sendBinary(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: BinaryAnswer | PrivateAnswer,
  readOn: ReadOn,
): FastifyReply {
  if ('attachment' in answer) return sendAttachment(reply, answer, readOn)
  void reply
    .header('etag', answer.etag)
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('content-security-policy', DATA_POLICY)
  if (request.headers['if-none-match'] === answer.etag) return reply.code(304).send()
  return reply.type(answer.content_type).send(bufferOf(answer.bytes))
}

function sendAttachment(reply: FastifyReply, answer: PrivateAnswer, readOn: ReadOn): FastifyReply {
  const whole = answer.next == null
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="${answer.attachment.replace(/[^\w.-]/g, '_')}"`)
    .header('content-security-policy', DATA_POLICY)
    .type(answer.content_type)
    .send(whole ? bufferOf(answer.bytes) : Readable.from(partsOf(answer, readOn), ONE_AHEAD))
}

/** For streams: a part is fetched when the client has taken the one before it. */
export const ONE_AHEAD = { objectMode: false, highWaterMark: 1 }

/** A part that fails ends the connection before the end of the file, so that nobody takes a half for the whole. */
async function* partsOf(first: PrivateAnswer, readOn: ReadOn): AsyncGenerator<Buffer> {
  yield bufferOf(first.bytes)
  let { next } = first
  while (next != null) {
    const part = await readOn(next)
    // An empty part would be read as the end.
    if (part.bytes.byteLength > 0) yield bufferOf(part.bytes)
    next = part.next
  }
}

/** The same bytes, as a stream takes them. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
