import type { AccountTexts } from '../letter.ts'

export const stock: Pick<AccountTexts, 'low-stock'> = {
  'low-stock': (shop, { articles, total }) => ({
    subject:
      total === 1
        ? `Bei ${shop} wird ein Artikel knapp`
        : `Bei ${shop} werden ${String(total)} Artikel knapp`,
    preview: articles.map(({ name }) => name).join('; '),
    title: 'Der Bestand wird knapp',
    opening: ['Diese Artikel sind an ihrer Schwelle oder darunter. Noch zu verkaufen:'],
    facts: articles.map(({ name, available }) => [name, String(available)] as const),
    action: 'Zum Lagerbestand',
    ...(total > articles.length ? { closing: [`Und ${String(total - articles.length)} weitere.`] } : {}),
    reason: `Sie bekommen diese Mail, weil Sie sich bei ${shop} um den Bestand kümmern. Schwellen ändern Sie im Backoffice.`,
  }),
}
