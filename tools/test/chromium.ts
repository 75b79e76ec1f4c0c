import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** Full path of the first Chromium found in PATH, or undefined. */
export function findChromium(path: string): string | undefined {
  for (const name of names) {
    for (const folder of path.split(delimiter).filter(Boolean)) {
      const file = join(folder, name)
      try {
        accessSync(file, constants.X_OK)
        return file
      } catch {
        continue
      }
    }
  }
  return undefined
}

export const chromiumIsMissing = `No Chromium in PATH (looked for ${names.join(', ')}): the browser tests are left out.`
