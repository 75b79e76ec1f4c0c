import type { Settings } from '@rampart/platform/config/settings.ts'
import { scanByProgram } from './scan-by-program.ts'
import { scanOverTcp } from './scan-over-tcp.ts'
import type { Scan } from './scan.ts'

/** The scanner that is configured; null when none is. */
export function scannerOf({ virus_scanner }: Pick<Settings, 'virus_scanner'>): Scan | null {
  if (virus_scanner === null) return null
  return virus_scanner.kind === 'program'
    ? scanByProgram(virus_scanner.path)
    : scanOverTcp(virus_scanner.host, virus_scanner.port)
}
