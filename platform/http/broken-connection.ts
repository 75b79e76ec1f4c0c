import type { Socket } from 'node:net'
import { newId } from '../crypto/ids.ts'
import { type CommonErrorCode } from '../errors/common-errors.ts'
import { failure } from '../errors/app-error.ts'
import { toProblem } from '../errors/problem.ts'
import { DATA_POLICY } from './security-headers.ts'

const byCode: Readonly<Record<string, CommonErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
}

/** Answers bytes that are not HTTP, headers that are too large, and clients that are too slow; then hangs up. */
export function answerBrokenConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    return
  }
  const known = failure(byCode[error.code ?? ''] ?? 'VALIDATION_FAILED')
  const body = JSON.stringify(toProblem(known, newId()))
  socket.end(
    `HTTP/1.1 ${String(known.status)} ${known.status === 431 ? 'Request Header Fields Too Large' : 'Bad Request'}\r\n` +
      'Content-Type: application/problem+json; charset=utf-8\r\n' +
      `Content-Length: ${String(Buffer.byteLength(body))}\r\n` +
      'X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n' +
      `Content-Security-Policy: ${DATA_POLICY}\r\nConnection: close\r\n\r\n${body}`,
  )
}
