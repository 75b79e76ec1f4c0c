import { api } from '../api.ts'

/** The bytes of a file, of a type that the server has read from them. */
export async function fetchFile(file_id: string) {
  // The contract speaks of where the bytes are; the API answers with the bytes themselves.
  const answer: unknown = await api.media.downloadFile({ file_id })
  return answer as { content_type: string; bytes: Uint8Array<ArrayBuffer>; attachment: string }
}
