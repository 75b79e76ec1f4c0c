import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Chapter, Row } from './rows.ts'

const ID = /^V\d+\.\d+\.\d+$/

/** What is wrong with the rows, one line each: a row met without proof, or a proof that is not there. */
export function asvsProblems(chapters: readonly Chapter[], root: string): string[] {
  const seen = new Set<string>()
  return chapters.flatMap((chapter) =>
    chapter.rows.flatMap((row) => {
      const problems = [
        ...shapeProblems(chapter, row),
        ...row.shown.flatMap((shown) => proofProblems(shown, root)),
      ]
      if (seen.has(row.id)) problems.push('stands there twice')
      seen.add(row.id)
      return problems.map((problem) => `${row.id} ${problem}`)
    }),
  )
}

function shapeProblems(chapter: Chapter, row: Row): string[] {
  const problems: string[] = []
  if (!ID.test(row.id) || !row.id.startsWith(`${chapter.id}.`))
    problems.push(`is no requirement of ${chapter.id}`)
  if (row.how.trim() === '') problems.push('does not say how')
  if (row.status === 'met' && row.shown.length === 0) problems.push('is met, but nothing shows it')
  return problems
}

/** What is wrong with `path › name` as a proof: nothing where the test or the document is there. */
export function proofProblems(shown: string, root: string): string[] {
  const [path = '', name] = shown.split(' › ')
  if (!existsSync(join(root, path))) return [`names ${path}, which is not there`]
  if (!/\.test\.tsx?$/.test(path)) return []
  if (name === undefined) return [`names no test of ${path}`]
  return readFileSync(join(root, path), 'utf8').includes(name)
    ? []
    : [`names a test that ${path} does not have: ${name}`]
}
