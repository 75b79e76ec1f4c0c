import type { PublicClient } from '@rampart/client/public-client.ts'

/** Prices a cart that is there in the reader's currency. Nobody gets a cart by choosing one. */
export async function chooseCurrency({ cart }: Pick<PublicClient, 'cart'>, currency: string): Promise<void> {
  const { id, subtotal } = await cart.getCart({})
  if (id !== null && subtotal.currency !== currency) await cart.setCurrency({ currency })
}
