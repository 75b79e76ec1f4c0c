import { createGunzip } from 'node:zlib'
import { FileProblem } from './file-problem.ts'

const MAX_UNPACKED = 2 * 1024 * 1024 * 1024
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const GZIP = Buffer.from([0x1f, 0x8b])

/**
 * The text of a file, in pieces, without a byte order mark and with LF alone between lines.
 * @throws FileProblem when it is not text in UTF-8
 */
export async function* textOfBytes(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let read = 0
  let heldReturn = ''
  for await (const chunk of bytes) {
    if (read === 0) assertText(chunk)
    read += chunk.byteLength
    if (read > MAX_UNPACKED) throw new FileProblem('too_large')
    if (chunk.includes(0)) throw new FileProblem('not_text')
    const text = heldReturn + decoded(() => decoder.decode(chunk, { stream: true }), line)
    // A CR at the end may be the first half of a line's end.
    heldReturn = text.endsWith('\r') ? '\r' : ''
    const plain = text.slice(0, text.length - heldReturn.length).replaceAll('\r\n', '\n')
    line += plain.split('\n').length - 1
    if (plain !== '') yield plain
  }
  const rest = heldReturn + decoded(() => decoder.decode(), line)
  if (rest !== '') yield rest
}

// What comes out of a workbook, an archive or a picture is told at once, and not as a thousand bad rows.
function assertText(chunk: Uint8Array): void {
  const head = Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(4, chunk.byteLength))
  if (head.equals(ZIP) || head.subarray(0, 2).equals(GZIP)) throw new FileProblem('not_text')
}

function decoded(decode: () => string, line: number): string {
  try {
    return decode()
  } catch {
    throw new FileProblem('not_utf8', line)
  }
}

/**
 * The bytes of a packed file.
 * @throws FileProblem when it is not packed, or cut off
 */
export async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  const feeding = feed(bytes, gunzip)
  // Heard when the output ends; until then nobody else listens.
  feeding.catch(() => undefined)
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array
  } catch (error) {
    const { code } = error as { code?: unknown }
    throw typeof code === 'string' && /^Z_/.test(code) ? new FileProblem('broken_archive') : error
  } finally {
    gunzip.destroy()
  }
  await feeding
}

async function feed(
  bytes: AsyncIterable<Uint8Array>,
  gunzip: ReturnType<typeof createGunzip>,
): Promise<void> {
  try {
    for await (const chunk of bytes) {
      if (gunzip.destroyed) return
      if (!gunzip.write(chunk))
        await new Promise<void>((resolve) => {
          gunzip.once('drain', resolve)
          gunzip.once('close', resolve)
        })
    }
    gunzip.end()
  } catch (error) {
    gunzip.destroy(error as Error)
    throw error
  }
}
