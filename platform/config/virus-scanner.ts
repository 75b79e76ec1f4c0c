import { isAbsolute } from 'node:path'
import { readLine, readUrl } from './fields.ts'

/** `tcp`: clamd, or what speaks as it does. `program`: reads a file from its standard input; 0 is clean, 1 infected. */
export type VirusScanner =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'program'; readonly path: string }

const CLAMD_PORT = 3310

/** Reads `tcp://host:port` or an absolute path. */
export function readVirusScanner(text: string): VirusScanner | null {
  const url = readUrl('tcp:')(text)
  if (url !== null) {
    const port = url.port === '' ? CLAMD_PORT : Number(url.port)
    return Object.freeze({ kind: 'tcp', host: url.hostname.replaceAll(/^\[|\]$/g, ''), port })
  }
  const path = readLine(1_000)(text)
  return path !== null && isAbsolute(path) ? Object.freeze({ kind: 'program', path }) : null
}
