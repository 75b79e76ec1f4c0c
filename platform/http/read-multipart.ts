import type { FastifyRequest } from 'fastify'
import { failure } from '../errors/app-error.ts'

/** The largest file that may be uploaded, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** Reads a multipart body with one file, named `file`, and a few short text fields. */
export async function readMultipart(request: FastifyRequest): Promise<Record<string, unknown>> {
  if (!request.isMultipart()) throw failure('UNSUPPORTED_MEDIA_TYPE')
  const input: Record<string, unknown> = {}
  try {
    for await (const part of request.parts()) {
      if (Object.hasOwn(input, part.fieldname) || part.fieldname === '__proto__')
        throw failure('VALIDATION_FAILED')
      if (part.type === 'file') {
        const bytes = await part.toBuffer()
        input[part.fieldname] = { filename: part.filename, bytes: new Uint8Array(bytes) }
      } else {
        input[part.fieldname] = part.value
      }
    }
  } catch (error) {
    throw multipartFailure(error)
  }
  return input
}

function multipartFailure(error: unknown): unknown {
  const code = (error as { code?: unknown }).code
  if (typeof code !== 'string' || !code.startsWith('FST_')) {
    // The parser speaks of broken bodies with plain errors; ours are passed on as they are.
    return (error as { name?: unknown }).name === 'AppError' ? error : failure('VALIDATION_FAILED')
  }
  return failure(
    code.includes('LIMIT') || code.includes('TOO_LARGE') ? 'PAYLOAD_TOO_LARGE' : 'VALIDATION_FAILED',
  )
}
