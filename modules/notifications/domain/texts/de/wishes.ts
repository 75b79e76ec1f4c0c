import type { AccountTexts } from '../letter.ts'

export const wishes: Pick<AccountTexts, 'back-in-stock'> = {
  'back-in-stock': (shop, { product_name }) => ({
    subject: `${product_name} ist wieder da`,
    preview: 'Sie wollten es wissen.',
    title: 'Wieder auf Lager',
    opening: [
      `${product_name} gibt es bei ${shop} wieder zu kaufen. Wie lange der Vorrat reicht, können wir nicht sagen.`,
    ],
    action: 'Zum Produkt',
    reason: `Sie bekommen diese Mail, weil Sie ${shop} darum gebeten haben. Es ist die einzige: Zu diesem Produkt kommt nichts mehr, wenn Sie nicht erneut darum bitten.`,
  }),
}
