import { connect, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** What came over a connection until it ended, and how long that took in milliseconds. */
export type RawAnswer = { readonly text: string; readonly ms: number; readonly cut: boolean }

const PATIENCE_MS = 15_000

/** Listens on a free port of this machine unless it does already. */
export async function portOf(app: FastifyInstance): Promise<number> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as AddressInfo).port
}

/**
 * Opens a connection, lets `write` put bytes on it as they stand, and waits until the server ends it. `cut`: it was not
 * ended but broken off.
 */
export function rawExchange(port: number, write: (socket: Socket) => void): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    let text = ''
    let cut = false
    const socket = connect(port, '127.0.0.1', () => write(socket))
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`The server did not hang up. It said: ${text.slice(0, 500)}`))
    }, PATIENCE_MS)
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')))
    socket.on('error', () => (cut = true))
    socket.on('close', () => {
      clearTimeout(timer)
      resolve({ text, ms: performance.now() - began, cut })
    })
  })
}

/** Sends bytes and asks to be hung up on after the answer. */
export function rawRequest(port: number, bytes: string | Buffer): Promise<RawAnswer> {
  return rawExchange(port, (socket) => socket.end(bytes))
}

/** The status of the first answer in a text; 0 where there is none. */
export function statusOf(text: string): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1] ?? 0)
}
