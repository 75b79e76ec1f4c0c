const MAX_TAIL = 1_024
const ZIP_COMMENT = 65_557

/**
 * Whether bytes are a PDF document and nothing else: it begins with its first byte, ends where it says so, and no archive
 * hangs on to it, which programs would read from the end.
 */
export function isPlainDocument(bytes: Uint8Array): boolean {
  const head = textOf(bytes.subarray(0, 9))
  if (!/^%PDF-[12]\.\d[\r\n]/.test(head)) return false
  if (!/%%EOF[\r\n \0]{0,16}$/.test(textOf(bytes.subarray(-MAX_TAIL)))) return false
  return !textOf(bytes.subarray(-ZIP_COMMENT)).includes('PK\u0005\u0006')
}

/** What a document does by itself when it is opened, as far as it stands there in the open. */
export function actsByItself(bytes: Uint8Array): boolean {
  return /\/(?:JavaScript|Launch|EmbeddedFile|RichMedia)\b/.test(unescaped(textOf(bytes)))
}

// A name may be written with #xx for each of its letters.
function unescaped(text: string): string {
  return text.replaceAll(/#([0-9a-fA-F]{2})/g, (_all, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  )
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
