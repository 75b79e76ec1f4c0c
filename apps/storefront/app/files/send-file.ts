/** Why a file was not taken. */
export type FileProblem =
  | 'type'
  | 'notPicture'
  | 'tooManyPixels'
  | 'tooLarge'
  | 'infected'
  | 'tooMany'
  | 'busy'
  | 'signedOut'
  | 'failed'

/** What became of a file: kept, waiting for the virus scanner, or refused. */
export type Sent = 'kept' | 'waits' | FileProblem

const byCode: Readonly<Record<string, FileProblem>> = {
  MEDIA_TYPE_REFUSED: 'type',
  MEDIA_NOT_A_PICTURE: 'notPicture',
  MEDIA_TOO_MANY_PIXELS: 'tooManyPixels',
  MEDIA_INFECTED: 'infected',
  MEDIA_TOO_MANY_FILES: 'tooMany',
  PAYLOAD_TOO_LARGE: 'tooLarge',
}

const byStatus: Readonly<Record<number, FileProblem>> = {
  401: 'signedOut',
  413: 'tooLarge',
  429: 'busy',
  503: 'busy',
}

/** Uploads a file of one's own: nobody else sees it. */
export async function sendFile(file: File): Promise<Sent> {
  const body = new FormData()
  body.append('file', file)
  const request = { method: 'POST', headers: { 'x-audience': 'shop' }, body }
  const response = await fetch('/api/v1/files', request).catch(() => null)
  if (response === null) return 'failed'
  const answer = (await response.json().catch(() => ({}))) as { code?: string; status?: string }
  if (response.ok) return answer.status === 'quarantined' ? 'waits' : 'kept'
  return byCode[answer.code ?? ''] ?? byStatus[response.status] ?? 'failed'
}
