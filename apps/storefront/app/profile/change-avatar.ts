const ADDRESS = '/api/v1/auth/me/avatar'

/** Uploads a picture, or removes the one there is. Answers what is wrong with it; null when it is done. */
export async function changeAvatar(
  file: File | null,
): Promise<'avatarFailed' | 'avatarTooLarge' | 'tooMany' | null> {
  const body = new FormData()
  if (file !== null) body.append('file', file)
  const headers = { 'x-audience': 'shop' }
  const request = file === null ? { method: 'DELETE', headers } : { method: 'PUT', headers, body }
  const response = await fetch(ADDRESS, request).catch(() => null)
  if (response?.ok === true) return null
  if (response?.status === 413) return 'avatarTooLarge'
  return response?.status === 429 || response?.status === 503 ? 'tooMany' : 'avatarFailed'
}
