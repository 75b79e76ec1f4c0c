import { connect } from 'node:net'
import { SCAN_MS, type Scan, type Verdict } from './scan.ts'

const CHUNK = 65_536
const MAX_ANSWER = 4_096

/** Asks clamd, or what speaks as it does: INSTREAM, chunks with their lengths, an empty one, and one line back. */
export function scanOverTcp(host: string, port: number, timeoutMs = SCAN_MS): Scan {
  return (bytes) =>
    new Promise((resolve) => {
      const socket = connect({ host, port })
      let answer = ''
      const end = (verdict: Verdict): void => {
        clearTimeout(timer)
        socket.destroy()
        resolve(verdict)
      }
      const timer = setTimeout(() => end('unknown'), timeoutMs)
      socket.setEncoding('latin1')
      socket.on('connect', () => {
        for (const piece of framed(bytes)) socket.write(piece)
      })
      socket.on('data', (text: string) => {
        answer += text
        if (answer.length > MAX_ANSWER) end('unknown')
        else if (/[\0\n]/.test(answer)) end(verdictOf(answer))
      })
      socket.on('error', () => end('unknown'))
      socket.on('close', () => end(verdictOf(answer)))
    })
}

function* framed(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0', 'latin1')
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const piece = bytes.subarray(from, from + CHUNK)
    yield lengthOf(piece.length)
    yield piece
  }
  yield lengthOf(0)
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(count)
  return length
}

function verdictOf(answer: string): Verdict {
  const line = answer.replace(/[\0\r\n]+$/, '')
  if (line === 'stream: OK') return 'clean'
  return /^stream: .+ FOUND$/.test(line) ? 'infected' : 'unknown'
}
