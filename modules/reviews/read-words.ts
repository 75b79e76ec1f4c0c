import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { keptWords, type Words } from './domain/words.ts'

/**
 * The words of a review as they are kept.
 * @throws VALIDATION_FAILED when nothing of the text remains
 */
export function readWords(input: Words, context: HandlerContext): Words {
  const words = keptWords(input)
  if (words !== null) return words
  const message = 'Write at least a word.'
  throw context.fail('VALIDATION_FAILED', { errors: [{ path: 'text', message }] })
}
