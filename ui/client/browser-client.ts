import '@rampart/platform/contract/without-eval.ts'
import type { Contract, Http } from '@rampart/platform/contract/define-contract.ts'
import { ClientError } from './client-error.ts'
import { type Call, type PublicClient, publicClient } from './public-client.ts'
import { publicContracts } from './public-contracts.ts'
import { readAnswer } from './read-answer.ts'

/** Asks somebody to prove again who they are; answers whether they did. */
export type AskForProof = () => Promise<boolean>

/** What is done about a call that needs a second person. */
export type SecondPerson = {
  /** Ids of what others have agreed to for the caller and this operation. Whether one fits, the server says. */
  readonly agreed: (operation: string) => Promise<readonly string[]>
  /** Offers the call to be proposed to somebody else; answers whether it was. */
  readonly ask: (call: { operation: string; input: unknown }) => Promise<boolean>
}

const nobody: SecondPerson = { agreed: () => Promise.resolve([]), ask: () => Promise.resolve(false) }

/**
 * A client for the browser: same origin, session cookie, JSON. `prefix` is `/api/v1`; `audience` says whose session
 * counts where an operation serves shoppers and staff alike. A call that is refused for want of a fresh proof asks for
 * one and is made again; one that needs a second person is made with what somebody has agreed to already, or fails with
 * APPROVAL_PROPOSED where it could be proposed.
 */
export function browserClient(
  prefix: string,
  audience: 'shop' | 'staff',
  askForProof: AskForProof = () => Promise.resolve(false),
  secondPerson: SecondPerson = nobody,
): PublicClient {
  const table = new Map<string, Http>()
  for (const contract of Object.values<Contract>(publicContracts)) {
    for (const [name, operation] of Object.entries(contract.operations)) {
      if (operation.http !== undefined) table.set(`${contract.name}.${name}`, operation.http)
    }
  }
  const send: Call = async (operation, input, options = {}) => {
    const http = table.get(operation)
    if (http === undefined)
      throw new ClientError({ code: 'NOT_FOUND', status: 404, message: 'No such operation.' })
    const { url, body, type } = writeRequest(http, prefix, input as Record<string, unknown>)
    const headers: Record<string, string> = { accept: 'application/json', 'x-audience': audience }
    if (type !== null) headers['content-type'] = type
    if (options.idempotency_key !== undefined) headers['idempotency-key'] = options.idempotency_key
    if (options.approval_id !== undefined) headers['x-approval-id'] = options.approval_id
    const response = await fetch(url, {
      method: http.method,
      headers,
      credentials: 'same-origin',
      ...(body === null ? {} : { body }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })
    return readAnswer(response)
  }
  const sendProven: Call = async (operation, input, options) => {
    try {
      return await send(operation, input, options)
    } catch (error) {
      if (!isRefusal(error, 'STEP_UP_REQUIRED') || !(await askForProof())) throw error
      return await send(operation, input, options)
    }
  }
  return publicClient(async (operation, input, options) => {
    try {
      return await sendProven(operation, input, options)
    } catch (error) {
      if (!isRefusal(error, 'APPROVAL_REQUIRED') || options?.approval_id !== undefined) throw error
      for (const approval_id of await secondPerson.agreed(operation)) {
        try {
          return await sendProven(operation, input, { ...options, approval_id })
        } catch (other) {
          if (!isRefusal(other, 'APPROVAL_REQUIRED')) throw other
        }
      }
      if (!(await secondPerson.ask({ operation, input }))) throw error
      throw new ClientError({
        code: 'APPROVAL_PROPOSED',
        status: 403,
        message: 'This has been proposed. It can be done as soon as somebody else has agreed.',
      })
    }
  })
}

function isRefusal(error: unknown, code: string): boolean {
  return error instanceof ClientError && error.code === code
}

type WrittenRequest = { url: string; body: BodyInit | null; type: string | null }

/** Splits an input into path, query and body, the way the server puts it together again. */
export function writeRequest(
  http: Http,
  prefix: string,
  input: Readonly<Record<string, unknown>>,
): WrittenRequest {
  const rest = { ...input }
  const path = http.path.replaceAll(/:([a-z_]+)/g, (_match, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  const url = prefix + path
  if (http.body === 'multipart') return { url, body: formData(rest), type: null }
  if (http.method === 'GET' || http.method === 'DELETE') {
    const query = new URLSearchParams()
    for (const [key, value] of Object.entries(rest)) {
      if (value === undefined || value === null) continue
      for (const item of Array.isArray(value) ? value : [value]) query.append(key, String(item))
    }
    return { url: query.size === 0 ? url : `${url}?${query.toString()}`, body: null, type: null }
  }
  return { url, body: JSON.stringify(rest), type: 'application/json' }
}

function formData(fields: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) {
    if (value instanceof Blob) form.append(key, value)
    else if (typeof value === 'string') form.append(key, value)
    else if (isPickedFile(value)) form.append(key, new Blob([new Uint8Array(value.bytes)]), value.filename)
  }
  return form
}

function isPickedFile(value: unknown): value is { filename: string; bytes: Uint8Array } {
  return (
    typeof value === 'object' && value !== null && (value as { bytes?: unknown }).bytes instanceof Uint8Array
  )
}
