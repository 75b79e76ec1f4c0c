import { toClientError } from '@rampart/client/client-error.ts'
import type { PublicClient } from '@rampart/client/public-client.ts'

/** What a form may ask for about codes; null: nothing. */
export function codeWish(values: Readonly<Record<string, string>>): CodeWish | null {
  const { intent, code, remove_code } = values
  if (remove_code) return { kind: 'remove', code: remove_code }
  const typed = code?.trim() ?? ''
  // Whoever orders with a code still in the field means it to count.
  const meant = intent === 'code' || (intent === 'place' && typed !== '')
  return meant ? { kind: 'enter', code: typed } : null
}

type CodeWish = { readonly kind: 'enter' | 'remove'; readonly code: string }

/** What the code was refused for: the API's own code; null: it is done. Anything else that fails is thrown. */
export async function changeCodes({ cart }: PublicClient, wish: CodeWish): Promise<string | null> {
  try {
    if (wish.kind === 'enter') await cart.enterCode({ code: wish.code })
    else await cart.removeCode({ code: wish.code })
    return null
  } catch (error) {
    const { code } = toClientError(error)
    if (code.startsWith('CART_')) return code
    // Nothing was typed, or more than any code has; and what is to be removed may be gone already.
    if (code === 'VALIDATION_FAILED') return 'CART_CODE_UNKNOWN'
    if (code === 'NOT_FOUND' && wish.kind === 'remove') return null
    if (code === 'RATE_LIMITED') return 'CART_TOO_MANY_TRIES'
    throw error
  }
}
