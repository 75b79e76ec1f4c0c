import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

type File = { readonly name: string; readonly text: string }

/** A ZIP archive of text files, whole in memory: what a shop knows about one person is small. */
export async function buildArchive(files: readonly File[], made: Date): Promise<Buffer> {
  const zip = new ZipFile()
  // `mode` says what kind of entry it is too: an ordinary file that its owner alone may read.
  const options = { mtime: made, mode: 0o100_600 }
  for (const { name, text } of files) zip.addBuffer(Buffer.from(text), name, options)
  zip.end()
  return buffer(zip.outputStream)
}
