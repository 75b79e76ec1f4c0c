import type { Chapter, Row, Status } from './rows.ts'

const words: Readonly<Record<Status, string>> = {
  met: 'met',
  partly: '**partly**',
  open: '**not met**',
  none: 'not applicable',
}

const head = `# OWASP ASVS 5.0.0

How the shop stands to the requirements of the [OWASP Application Security Verification Standard
5.0.0](https://github.com/OWASP/ASVS/tree/v5.0.0), levels 1 and 2, chapter by chapter. The words are ours; the numbers
lead to the standard's own. Beside each row stands what shows it: a test, which fails when the row holds no more, or the
document that the row asks for. This page is generated from \`docs/asvs/\` by \`npm run asvs\`.
`

/** The page of all chapters, as Markdown. */
export function asvsMarkdown(chapters: readonly Chapter[]): string {
  return [head, summary(chapters), ...chapters.map(chapterText)].join('\n')
}

function summary(chapters: readonly Chapter[]): string {
  const lines = chapters.map(({ id, title, rows }) => {
    const count = (status: Status): number => rows.filter((row) => row.status === status).length
    return `| ${id} ${title} | ${count('met')} | ${count('partly')} | ${count('open')} | ${count('none')} |`
  })
  return [
    '| chapter | met | partly | not met | not applicable |',
    '|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n')
}

function chapterText({ id, title, rows }: Chapter): string {
  const lines = rows.map(
    (row) => `| ${row.id} | ${row.level} | ${words[row.status]} | ${cell(row.how)} | ${shownIn(row)} |`,
  )
  return [
    `## ${id} ${title}`,
    '',
    '| requirement | level | status | how | shown by |',
    '|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n')
}

function shownIn({ shown }: Row): string {
  return shown.map((reference) => reference.split(' › ').map(referencePart).join(' › ')).join('<br>')
}

function referencePart(part: string, index: number): string {
  return index === 0 ? `[\`${part}\`](../${part})` : cell(part)
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
