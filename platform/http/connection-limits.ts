import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** How long a client may take. All in milliseconds but for the rate. */
export type ConnectionLimits = {
  /** Until the headers of a request are here. */
  readonly headersMs: number
  /** Until the whole request is here. */
  readonly requestMs: number
  /** Without a byte in either direction while something is under way. */
  readonly silenceMs: number
  /** Between two requests of a connection. */
  readonly keepAliveMs: number
  /** Between two looks for connections that are over time. */
  readonly lookEveryMs: number
  /** Bytes a second at which an answer must be taken from us, and for how long it may be taken more slowly. */
  readonly readRate: number
  readonly slowReadMs: number
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  headersMs: 15_000,
  requestMs: 30_000,
  silenceMs: 60_000,
  keepAliveMs: 65_000,
  lookEveryMs: 1_000,
  readRate: 1_024,
  slowReadMs: 20_000,
}

type Reader = { handedOver: number; queued: number; slowSince: number | null }

/**
 * Bytes that the system has not taken yet. A large answer is one write, which the stream counts as a whole until its end;
 * Node.js itself looks here when a socket times out.
 */
function queuedIn(socket: Socket): number {
  const { _handle: handle } = socket as unknown as { _handle?: { writeQueueSize?: number } | null }
  return handle?.writeQueueSize ?? 0
}

/**
 * Hangs up on clients that take their answer in drops: Node.js limits how slowly a request comes, but not how slowly an
 * answer goes, and each such answer is held in memory.
 */
export function cutOffSlowReaders(server: Server, limits: ConnectionLimits): void {
  const readers = new Map<Socket, Reader>()
  server.on('connection', (socket) => {
    readers.set(socket, { handedOver: 0, queued: 0, slowSince: null })
    socket.once('close', () => readers.delete(socket))
  })
  let looked = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    const wanted = (limits.readRate * (now - looked)) / 1_000
    for (const [socket, reader] of readers) {
      const handedOver = socket.bytesWritten - socket.writableLength
      const queued = queuedIn(socket)
      const moved = handedOver - reader.handedOver + Math.max(0, reader.queued - queued)
      const slow = socket.writableLength > 0 && moved < wanted
      reader.handedOver = handedOver
      reader.queued = queued
      reader.slowSince = slow ? (reader.slowSince ?? looked) : null
      if (reader.slowSince !== null && now - reader.slowSince >= limits.slowReadMs) socket.destroy()
    }
    looked = now
  }, limits.lookEveryMs).unref()
  server.once('close', () => clearInterval(timer))
}
