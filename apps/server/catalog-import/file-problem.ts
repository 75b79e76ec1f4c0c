import type { z } from 'zod'
import type { TransferProblem } from '@rampart/contracts/catalog/transfers.ts'

type Kind = Exclude<z.output<typeof TransferProblem>, 'internal'>

const sentences: Readonly<Record<Kind, string>> = {
  not_text: 'This is no text file. Save a workbook as "CSV UTF-8" first.',
  not_utf8: 'The file is not in UTF-8. Save it as "CSV UTF-8".',
  too_many_columns: 'The heading has more than 20,000 columns.',
  columns_repeated: 'A column stands twice in the heading.',
  empty: 'There is nothing in the file.',
  too_large: 'The file is larger than 2 GB when it is unpacked.',
  broken_archive: 'The file cannot be unpacked.',
  too_many_records: 'The file has more than 500,000 records. Split it.',
}

/** Why no row of a file can be read. */
export class FileProblem extends Error {
  readonly kind: Kind
  /** Null: it is about the whole file. */
  readonly line: number | null

  constructor(kind: Kind, line: number | null = null) {
    super(line === null ? sentences[kind] : `Line ${String(line)}: ${sentences[kind]}`)
    this.name = 'FileProblem'
    this.kind = kind
    this.line = line
  }
}
