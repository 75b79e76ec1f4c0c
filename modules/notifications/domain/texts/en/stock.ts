import type { AccountTexts } from '../letter.ts'

export const stock: Pick<AccountTexts, 'low-stock'> = {
  'low-stock': (shop, { articles, total }) => ({
    subject: total === 1 ? `An article runs low at ${shop}` : `${String(total)} articles run low at ${shop}`,
    preview: articles.map(({ name }) => name).join('; '),
    title: 'Stock runs low',
    opening: ['These articles have fallen to their threshold or below. Left to sell:'],
    facts: articles.map(({ name, available }) => [name, String(available)] as const),
    action: 'Look at the stock',
    ...(total > articles.length ? { closing: [`And ${String(total - articles.length)} more.`] } : {}),
    reason: `You get this mail because you look after stock at ${shop}. Thresholds can be changed in the back office.`,
  }),
}
