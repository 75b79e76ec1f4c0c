import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { failure } from '../errors/app-error.ts'
import { bufferOf, ONE_AHEAD } from './answer.ts'
import { type ByteRange, isKnown, isSameFile, readRange } from './byte-range.ts'
import { contentDisposition } from './content-disposition.ts'
import { DATA_POLICY } from './security-headers.ts'

/** What a `file` operation answers with. */
export type FileAnswer = {
  readonly content_type: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly etag: string
  readonly place: Readonly<Record<string, unknown>>
}

/** Asks for some bytes of a file. */
export type ReadPart = (part: Readonly<Record<string, unknown>>) => Promise<{ readonly bytes: Uint8Array }>

const PART_BYTES = 512 * 1024

/** Sends a file, or the part of it that is asked for: to be kept, by the caller alone, and never run or shown as a page. */
export function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: FileAnswer,
  readPart: ReadPart,
): FastifyReply {
  void reply
    .header('cache-control', 'private, no-store')
    .header('content-security-policy', DATA_POLICY)
    .header('content-disposition', contentDisposition(file.name))
    .header('accept-ranges', 'bytes')
    .header('etag', file.etag)
  if (isKnown(request.headers['if-none-match'], file.etag)) return reply.code(304).send()
  const range = rangeOf(request, file)
  if (range === 'unsatisfiable') {
    void reply.removeHeader('content-disposition').removeHeader('etag')
    void reply.header('content-range', `bytes */${String(file.size)}`)
    throw failure('RANGE_NOT_SATISFIABLE')
  }
  const { first, last } = range ?? { first: 0, last: file.size - 1 }
  if (range !== null)
    void reply
      .code(206)
      .header('content-range', `bytes ${String(first)}-${String(last)}/${String(file.size)}`)
  // The framework reads to its end what it does not send.
  const parts = request.method === 'HEAD' ? [] : partsOf(file, { first, last }, readPart)
  return reply
    .header('content-length', String(last - first + 1))
    .type(file.content_type)
    .send(Readable.from(parts, ONE_AHEAD))
}

function rangeOf(request: FastifyRequest, { size, etag }: FileAnswer): ReturnType<typeof readRange> {
  // Nothing but GET has parts (RFC 9110, 14.2).
  if (request.method !== 'GET') return null
  const ifRange = request.headers['if-range']
  return isSameFile(typeof ifRange === 'string' ? ifRange : undefined, etag)
    ? readRange(request.headers.range, size)
    : null
}

/** A part that fails, or is no more all there, ends the connection before the length that was promised. */
async function* partsOf(file: FileAnswer, range: ByteRange, readPart: ReadPart): AsyncGenerator<Buffer> {
  for (let from = range.first; from <= range.last;) {
    const length = Math.min(PART_BYTES, range.last - from + 1)
    const { bytes } = await readPart({ ...file.place, from, length })
    if (bytes.byteLength !== length) throw failure('NOT_FOUND')
    yield bufferOf(bytes)
    from += length
  }
}
