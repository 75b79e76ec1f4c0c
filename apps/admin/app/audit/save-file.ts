type File = { content_type: string; bytes: Uint8Array; attachment: string }

/** Hands a file to the browser to keep. */
export function saveFile({ content_type, bytes, attachment }: File): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: content_type }))
  const link = document.createElement('a')
  link.href = url
  link.download = attachment
  link.click()
  URL.revokeObjectURL(url)
}
