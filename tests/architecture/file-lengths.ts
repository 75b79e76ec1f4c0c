import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from './source-files.ts'

export interface FileLengths {
  median: number
  p90: number
  longest: { path: string; lines: number }
}

function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

/** Line counts of all TypeScript below `root`, tests included. */
export function fileLengths(root: string): FileLengths {
  const files = sourceFiles(root)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, lines: countLines(readFileSync(join(root, path), 'utf8')) }))
    .sort((a, b) => a.lines - b.lines)
  const at = (share: number) =>
    files[Math.min(files.length - 1, Math.floor(files.length * share))]?.lines ?? 0
  return { median: at(0.5), p90: at(0.9), longest: files.at(-1) ?? { path: '', lines: 0 } }
}
