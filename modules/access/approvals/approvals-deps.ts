import type { AccessDeps } from '../deps.ts'
import type { OperationTable } from './operation-table.ts'

/** What these use cases are handed beside what all of the module are. */
export type ApprovalsDeps = AccessDeps & { readonly operations: OperationTable }
