import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type Answered = { readonly status: number; readonly body: unknown; readonly script?: string }

/** What goes wrong with one request: `lost` does the work and never answers; a function changes what is answered. */
export type Fault = 'lost' | Answered | { readonly raw: string } | ((answer: Answered) => Answered)

/** A provider's server on this machine. Faults are used up in turn by requests that fit `only`. */
export async function openLoopback(answer: (asked: Asked) => Answered) {
  const faults: { fault: Fault; only: RegExp }[] = []
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://loopback')
      const one: Asked = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      }
      asked.push(one)
      const index = faults.findIndex(({ only }) => only.test(`${one.method} ${one.path}`))
      const fault = index === -1 ? undefined : faults.splice(index, 1)[0]?.fault
      const refused = typeof fault === 'object'
      const done = refused ? { status: 500, body: null } : answer(one)
      if (fault === 'lost') return
      const { status, body, script } = typeof fault === 'function' ? fault(done) : done
      if (script !== undefined) {
        response.writeHead(status, { 'content-type': 'text/javascript' })
        response.end(script)
        return
      }
      response.writeHead(refused && 'status' in fault ? fault.status : refused ? 200 : status, {
        'content-type': 'application/json',
      })
      response.end(refused ? ('raw' in fault ? fault.raw : JSON.stringify(fault.body)) : JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(port)}`,
    asked,
    fail: (fault: Fault, only = /./) => void faults.push({ fault, only }),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
