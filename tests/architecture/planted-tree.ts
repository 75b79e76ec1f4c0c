import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The root of the checkout. */
export const root = dirname(dirname(import.meta.dirname))

export interface PlantedTree {
  folder: string
  remove: () => void
}

/** Writes files, by path and content, into a temporary folder that stands in for the checkout. */
export function plant(files: Record<string, string>): PlantedTree {
  const folder = mkdtempSync(join(tmpdir(), 'rampart-planted-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Links packages of the real checkout, or workspaces of the planted one, into the planted node_modules. */
export function link(folder: string, links: Record<string, string>): void {
  for (const [name, target] of Object.entries(links)) {
    const path = join(folder, 'node_modules', name)
    mkdirSync(dirname(path), { recursive: true })
    symlinkSync(target, path)
  }
}
