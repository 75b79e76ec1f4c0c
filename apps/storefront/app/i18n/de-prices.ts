import type { Texts } from './texts.ts'

/** German: currencies, and looking at what is not published. */
export const dePrices: Pick<Texts, 'currency' | 'preview'> = {
  currency: {
    label: 'Währung',
    notSold: 'Nicht in {{currency}} erhältlich',
    notSoldText:
      'Dieser Artikel hat keinen Preis in {{currency}}. Unten auf der Seite lässt sich eine andere Währung wählen.',
    line: 'In dieser Währung nicht erhältlich. Entfernen Sie es oder wählen Sie eine andere Währung.',
    changed: 'Der Warenkorb ist jetzt in einer anderen Währung. Sehen Sie ihn noch einmal an.',
  },
  preview: {
    title: 'Vorschau',
    draft: 'Dieses Produkt ist nicht veröffentlicht. Ohne diesen Link sieht es niemand.',
    published: 'Dieses Produkt ist veröffentlicht. So sieht seine Seite aus.',
    until: 'Der Link gilt bis',
    noCart: 'Aus einer Vorschau kann nichts gekauft werden.',
    gone: 'Dieser Vorschau-Link gilt nicht mehr',
    goneText: 'Wer ihn Ihnen geschickt hat, kann einen neuen erstellen.',
  },
}
