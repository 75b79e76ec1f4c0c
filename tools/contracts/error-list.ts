import type { Contract } from '../../platform/contract/define-contract.ts'
import { errorTable } from '../../platform/http/docs-page.ts'

/** The list of error codes as a page of the documentation. */
export function errorListMarkdown(contracts: readonly Contract[]): string {
  const rows = [...errorTable(contracts)].map(
    ([code, { status, message }]) => `| \`${code}\` | ${String(status)} | ${message} |`,
  )
  return [
    '# Error codes',
    '',
    'Generated from the contracts by `npm run contracts -- --write`. A running shop serves the same list at `/docs/errors`.',
    'Every failure answers with RFC 9457 problem details; `code` is stable, the sentence is not.',
    '',
    '| code | status | meaning |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
