import type { AccountTexts } from '../letter.ts'

export const wishes: Pick<AccountTexts, 'back-in-stock'> = {
  'back-in-stock': (shop, { product_name }) => ({
    subject: `${product_name} is back in stock`,
    preview: 'You wanted to know.',
    title: 'Back in stock',
    opening: [`${product_name} can be bought at ${shop} again. How long it lasts we cannot say.`],
    action: 'Look at it',
    reason: `You get this mail because you asked ${shop} to tell you. It is the only one: nothing more comes about this product unless you ask again.`,
  }),
}
