import { bannedFolders } from '../../tools/lint/banned-names.mjs'
import { sourceFiles } from './source-files.ts'

/** Files in folders with empty names, and index files. */
export function badNames(root: string): string[] {
  return sourceFiles(root).filter((path) => {
    const parts = path.split('/')
    const name = parts.pop() ?? ''
    return parts.some((part) => bannedFolders.includes(part)) || /^index\.[cm]?[jt]sx?$/.test(name)
  })
}
