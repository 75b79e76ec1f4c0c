import type { AccountTexts } from '../letter.ts'

export const reviews: Pick<AccountTexts, 'review-decided'> = {
  'review-decided': (shop, { product_name, decision, reason }) => {
    const review = product_name === null ? 'Ihre Bewertung' : `Ihre Bewertung von ${product_name}`
    const because = reason === null ? {} : { facts: [['Grund', reason]] as const }
    const told = { reason: `Sie bekommen diese Mail, weil Sie bei ${shop} eine Bewertung geschrieben haben.` }
    const anew =
      'Was Sie ändern, wird erneut gelesen. Wenn Sie meinen, dass wir uns irren, schreiben Sie dem Team.'
    switch (decision) {
      case 'published':
        return {
          subject: `${review} ist veröffentlicht`,
          preview: 'Danke, dass Sie sie geschrieben haben.',
          title: 'Ihre Bewertung ist veröffentlicht',
          opening: [
            `${review} wurde gelesen, und alle können sie jetzt lesen. Danke, dass Sie sie geschrieben haben.`,
          ],
          action: 'Ansehen',
          ...told,
        }
      case 'refused':
        return {
          subject: `${review} wird nicht veröffentlicht`,
          preview: 'Sie können sie ändern.',
          title: 'Ihre Bewertung wird nicht veröffentlicht',
          opening: [
            `${review} wurde gelesen, und das Team von ${shop} hat entschieden, sie nicht zu veröffentlichen.`,
          ],
          ...because,
          action: 'Ändern',
          closing: [anew],
          ...told,
        }
      case 'taken_back':
        return {
          subject: `${review} wird nicht mehr gezeigt`,
          preview: 'Sie können sie ändern.',
          title: 'Ihre Bewertung wird nicht mehr gezeigt',
          opening: [`Das Team von ${shop} hat sie noch einmal gelesen und zurückgenommen: ${review}.`],
          ...because,
          action: 'Ändern',
          closing: [anew],
          ...told,
        }
      case 'removed':
        return {
          subject: `${review} wurde gelöscht`,
          preview: 'Sie ist weg, mit allem, was dazugehört.',
          title: 'Ihre Bewertung wurde gelöscht',
          opening: [`Das Team von ${shop} hat sie gelöscht, mit allem, was dazugehört: ${review}.`],
          action: 'Ihre Bewertungen',
          ...told,
        }
    }
  },
}
