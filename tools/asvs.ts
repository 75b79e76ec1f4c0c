import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { asvsFile, readChapters, root } from './asvs/chapters.ts'
import { asvsProblems } from './asvs/check.ts'
import { asvsMarkdown } from './asvs/table.ts'

// `npm run asvs`: checks the rows of docs/asvs/ and writes docs/asvs.md from them.

const chapters = readChapters()
const problems = asvsProblems(chapters, root)
for (const problem of problems) process.stdout.write(`${problem}\n`)
if (problems.length > 0) process.exitCode = 1
await writeFile(asvsFile, asvsMarkdown(chapters))
