import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { newId } from '../crypto/ids.ts'
import { type CommonErrorCode } from '../errors/common-errors.ts'
import { failure } from '../errors/app-error.ts'
import { toProblem } from '../errors/problem.ts'

const byCode: Readonly<Record<string, CommonErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
}

/** Answers bytes that are not HTTP, headers that are too large, and clients that are too slow; then hangs up. */
export function brokenConnectionAnswer(headers: Readonly<Record<string, string>>) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const known = failure(byCode[error.code ?? ''] ?? 'VALIDATION_FAILED')
    const requestId = newId()
    const body = JSON.stringify(toProblem(known, requestId))
    socket.end(
      `HTTP/1.1 ${String(known.status)} ${STATUS_CODES[known.status] ?? ''}\r\n` +
        'content-type: application/problem+json; charset=utf-8\r\n' +
        `content-length: ${String(Buffer.byteLength(body))}\r\n` +
        `x-request-id: ${requestId}\r\n${lines.join('')}connection: close\r\n\r\n${body}`,
      // A client that does not take even this is not waited for.
      () => socket.destroy(),
    )
  }
}
