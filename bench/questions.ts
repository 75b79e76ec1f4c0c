import { readFile } from 'node:fs/promises'
import { readRecords } from '../apps/server/catalog-import/read-records.ts'
import { textOf } from '../apps/server/catalog-import/record.ts'
import { benchData } from './data.ts'
import { type Dice, dice } from './dice.ts'

/** What people type: questions that were judged for this catalogue, and as many others as wanted. */
export type Questions = {
  /** Those of the catalogue's judgements. */
  readonly judged: readonly string[]
  /** Two or three words of a product's name, in their order; no two the same. */
  readonly rare: readonly string[]
}

/** Reads the questions; `rare` of them are made of names, the same ones in every run. */
export async function readQuestions(rare: number): Promise<Questions> {
  const csv = await readFile(benchData('catalogue-icecat/judgements-tuning.csv'), 'utf8')
  const lines = csv.trim().split('\n').slice(1)
  const judged = new Set(lines.map((line) => line.replace(/^"?(.*?)"?,[^,]+,\d\s*$/, '$1')))
  const names: string[] = []
  for await (const read of readRecords(benchData('catalogue-icecat/products.jsonl.gz')).records)
    if ('record' in read) names.push(textOf(read.record, 'title'))
  const roll = dice(7)
  const made = new Set<string>()
  while (made.size < rare) {
    const question = partOf(names[roll.between(0, names.length - 1)] ?? '', roll)
    if (question !== '' && !judged.has(question)) made.add(question)
  }
  return { judged: [...judged], rare: [...made] }
}

/** One in `every` with two letters of its longest word in the wrong order, as fast fingers write. */
export function mistyped(questions: readonly string[], every: number): string[] {
  return questions.map((question, index) => (index % every === 0 ? swapped(question) : question))
}

/** What somebody has typed when the box asks for suggestions: from the third letter on, letter by letter. */
export function beginnings(questions: readonly string[]): string[] {
  return [
    ...new Set(
      questions.flatMap((question) =>
        Array.from({ length: Math.max(0, question.length - 2) }, (_, index) => question.slice(0, index + 3)),
      ),
    ),
  ].filter((start) => !start.endsWith(' '))
}

function partOf(name: string, roll: Dice): string {
  const words = name.toLowerCase().match(/[a-z][a-z-]+|\d+[a-z]*/g) ?? []
  const count = roll.between(2, 3)
  const start = roll.between(0, Math.max(0, words.length - count))
  const part = words.slice(start, start + count)
  return part.length < 2 ? '' : part.join(' ')
}

function swapped(question: string): string {
  const longest = question.split(' ').reduce((best, word) => (word.length > best.length ? word : best), '')
  if (longest.length < 5) return question
  const middle = Math.floor(longest.length / 2)
  const [before, after] = [longest.slice(0, middle - 1), longest.slice(middle + 1)]
  return question.replace(longest, `${before}${longest.charAt(middle)}${longest.charAt(middle - 1)}${after}`)
}

/**
 * Questions as a shop is asked them, without an end: few again and again, most hardly ever (Zipf's law: the second half
 * as often as the first, the third a third as often), and one in ten mistyped.
 */
export function asAsked(questions: readonly string[], roll: Dice): () => string {
  const sums: number[] = []
  for (const index of questions.keys()) sums.push((sums.at(-1) ?? 0) + 1 / (index + 1))
  const total = sums.at(-1) ?? 0
  const slips = mistyped(questions, 1)
  return () => {
    const index = firstAbove(sums, roll.fraction() * total)
    return (roll.fraction() < 0.1 ? slips : questions)[index] ?? ''
  }
}

/** Each question once, one in ten mistyped; when they have run out, again with another highest price. */
export function eachNew(questions: readonly string[]): () => { question: string; round: number } {
  const typed = mistyped(questions, 10)
  let asked = 0
  return () => {
    const place = asked++
    return { question: typed[place % typed.length] ?? '', round: Math.floor(place / typed.length) }
  }
}

/** The place of the first that is above; they grow. */
function firstAbove(sums: readonly number[], drawn: number): number {
  let [from, to] = [0, sums.length - 1]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if ((sums[middle] ?? 0) > drawn) to = middle
    else from = middle + 1
  }
  return from
}
