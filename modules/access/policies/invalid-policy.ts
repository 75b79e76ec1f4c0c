import type { FailDetail } from '@rampart/platform/errors/app-error.ts'
import type { Problem } from '@rampart/platform/policy/places.ts'

/**
 * What to say about a text of policies that is not valid. `path` is where the caller gave the text; null for one that was
 * made from a template, whose lines the caller has never seen.
 */
export function invalidPolicy(problems: readonly Problem[], path: string | null): FailDetail {
  return {
    message: problems.map(({ message }) => message).join(' '),
    errors: problems.map(({ message, place }) => ({
      path: path ?? '',
      message,
      ...(path === null || place === null ? {} : place),
    })),
  }
}
