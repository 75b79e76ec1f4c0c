import { inflateRawSync } from 'node:zlib'

const LOCAL_HEADER = 30
const CENTRAL_HEADER = 46
const END_HEADER = 22

/** The text files of a ZIP archive, read by its directory as every program reads it. */
export function filesOf(archive: Uint8Array): Record<string, string> {
  const zip = Buffer.from(archive)
  const end = zip.length - END_HEADER
  if (zip.readUInt32LE(end) !== 0x06054b50) throw new Error('This is no ZIP archive.')
  const files: Record<string, string> = {}
  let entry = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [zip.readUInt16LE(entry + 10), zip.readUInt32LE(entry + 20)]
    const [nameLength, extraLength] = [zip.readUInt16LE(entry + 28), zip.readUInt16LE(entry + 30)]
    const commentLength = zip.readUInt16LE(entry + 32)
    const local = zip.readUInt32LE(entry + 42)
    const name = zip.toString('utf8', entry + CENTRAL_HEADER, entry + CENTRAL_HEADER + nameLength)
    const start = local + LOCAL_HEADER + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const body = zip.subarray(start, start + size)
    files[name] = (method === 0 ? body : inflateRawSync(body)).toString()
    entry += CENTRAL_HEADER + nameLength + extraLength + commentLength
  }
  return files
}
