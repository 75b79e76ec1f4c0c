/** `unknown`: the scanner could not be asked, or said something else. Nothing is taken for clean by mistake. */
export type Verdict = 'clean' | 'infected' | 'unknown'

/** Asks a virus scanner about bytes. Never fails. */
export type Scan = (bytes: Uint8Array) => Promise<Verdict>

/** How long a scanner may take, in milliseconds. */
export const SCAN_MS = 15_000
