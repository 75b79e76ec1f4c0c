import { ClientError, type FieldError } from './client-error.ts'

/** The JSON of an answer of the API, null for an empty one, or a file with its name. @throws ClientError */
export async function readAnswer(response: Response): Promise<unknown> {
  if (response.status === 204) return null
  const attachment = /^attachment; filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
  if (response.ok && attachment !== null) {
    const bytes = new Uint8Array(await response.arrayBuffer())
    return { content_type: response.headers.get('content-type') ?? '', bytes, attachment: attachment[1] }
  }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer
  const problem = (answer ?? {}) as {
    code?: string
    detail?: string
    errors?: FieldError[]
    request_id?: string
  }
  throw new ClientError({
    code: problem.code ?? 'UNAVAILABLE',
    status: response.status,
    message: problem.detail ?? 'The shop cannot be reached at the moment.',
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
    ...(problem.request_id === undefined ? {} : { request_id: problem.request_id }),
  })
}
