import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

type File = { readonly name: string; readonly bytes: Uint8Array }

/** A ZIP archive of files, whole in memory: what a shop knows about one person is small, and modules bound the files. */
export async function buildArchive(files: readonly File[], made: Date): Promise<Buffer> {
  const zip = new ZipFile()
  // `mode` says what kind of entry it is too: an ordinary file that its owner alone may read.
  const options = { mtime: made, mode: 0o100_600 }
  for (const { name, bytes } of files)
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), name, options)
  zip.end()
  return buffer(zip.outputStream)
}
