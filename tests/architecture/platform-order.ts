import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import ts from 'typescript'
import { sourceFiles } from './source-files.ts'

function folderOf(path: string): string | undefined {
  return /^platform\/([^/]+)\//.exec(path)?.[1]
}

function target(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(dirname(from), specifier)
  return specifier.replace(/^@rampart\//, '')
}

/** Which folders of the platform each of them imports, type-only imports included; tests are left out. */
function folderGraph(root: string): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>()
  for (const path of sourceFiles(root, 'platform')) {
    const from = folderOf(path)
    if (!from || !path.endsWith('.ts') || path.includes('/test/')) continue
    const targets = graph.get(from) ?? new Set()
    graph.set(from, targets)
    for (const { fileName } of ts.preProcessFile(readFileSync(join(root, path), 'utf8')).importedFiles) {
      const to = folderOf(target(path, fileName))
      if (to && to !== from) targets.add(to)
    }
  }
  return graph
}

/** Circles among the folders of the platform, each as `a → b → a`. */
export function folderCycles(root: string): string[] {
  const graph = folderGraph(root)
  const cycles: string[] = []
  const done = new Set<string>()
  function visit(folder: string, trail: string[]): void {
    const start = trail.indexOf(folder)
    if (start >= 0) {
      cycles.push([...trail.slice(start), folder].join(' → '))
      return
    }
    if (done.has(folder)) return
    for (const next of graph.get(folder) ?? []) visit(next, [...trail, folder])
    done.add(folder)
  }
  for (const folder of [...graph.keys()].sort()) visit(folder, [])
  return cycles
}
