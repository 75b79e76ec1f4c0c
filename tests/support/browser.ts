import process from 'node:process'
import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../tools/test/chromium.ts'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The Chromium of this machine, or undefined where there is none. */
export const browserPath = findChromium(process.env['PATH'] ?? '')

/** Starts Chromium with a profile of its own, which goes when it is closed. @throws where there is none */
export async function openBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('There is no Chromium in PATH.')
  return chromium.launch({ executablePath: browserPath, headless: true, args: quiet })
}
