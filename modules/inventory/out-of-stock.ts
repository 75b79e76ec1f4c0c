import type { FailDetail } from '@rampart/platform/errors/app-error.ts'

/** Names the variants of which there is too little. */
export function shortLines(variantIds: readonly string[]): FailDetail {
  if (variantIds.length === 0) return {}
  return {
    errors: variantIds.map((id) => ({ path: `lines.${id}`, message: 'There is not enough of this.' })),
  }
}
