import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An app outside that people come back to, on loopback: says one sentence and keeps the addresses it is called by. */
export type CallbackServer = {
  readonly url: string
  /** The next address below a path that a browser asks for. */
  next(path: string): Promise<URL>
  close(): Promise<void>
}

/** Starts one. */
export async function startCallbackServer(): Promise<CallbackServer> {
  const seen: URL[] = []
  const waiting: { readonly path: string; readonly found: (url: URL) => void }[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`)
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><html lang="en"><link rel="icon" href="data:,"><h1>Welcome back</h1></html>')
    const at = waiting.findIndex(({ path }) => path === url.pathname)
    if (at === -1) seen.push(url)
    else waiting.splice(at, 1)[0]?.found(url)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(port)}`,
    next: (path) => {
      const at = seen.findIndex((url) => url.pathname === path)
      const [known] = at === -1 ? [] : seen.splice(at, 1)
      return known === undefined
        ? new Promise((found) => waiting.push({ path, found }))
        : Promise.resolve(known)
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
