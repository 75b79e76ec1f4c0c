/** Why a photo was not taken. */
export type PhotoProblem = 'notPicture' | 'tooLarge' | 'tooMany' | 'failed'

/** Sends a photo of one's own review. Answers what is wrong with it; null when it is there. */
export async function sendPhoto(reviewId: string, file: File): Promise<PhotoProblem | null> {
  const body = new FormData()
  body.append('file', file)
  const address = `/api/v1/reviews/${encodeURIComponent(reviewId)}/photos`
  const request = { method: 'POST', headers: { 'x-audience': 'shop' }, body }
  const response = await fetch(address, request).catch(() => null)
  switch (response?.status) {
    case 201:
      return null
    case 400:
      return 'notPicture'
    case 409:
      return 'tooMany'
    case 413:
      return 'tooLarge'
    default:
      return 'failed'
  }
}
