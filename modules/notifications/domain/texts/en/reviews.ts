import type { AccountTexts } from '../letter.ts'

export const reviews: Pick<AccountTexts, 'review-decided'> = {
  'review-decided': (shop, { product_name, decision, reason }) => {
    const review = product_name === null ? 'Your review' : `Your review of ${product_name}`
    const because = reason === null ? {} : { facts: [['Why', reason]] as const }
    const told = { reason: `You get this mail because you wrote a review at ${shop}.` }
    switch (decision) {
      case 'published':
        return {
          subject: `${review} is published`,
          preview: 'Thank you for writing it.',
          title: 'Your review is published',
          opening: [`${review} has been read, and everybody can read it now. Thank you for writing it.`],
          action: 'Look at it',
          ...told,
        }
      case 'refused':
        return {
          subject: `${review} is not published`,
          preview: 'You can change it.',
          title: 'Your review is not published',
          opening: [`${review} has been read, and the team of ${shop} has decided not to publish it.`],
          ...because,
          action: 'Change it',
          closing: ['What you change is read again. If you think that we are wrong, write to the team.'],
          ...told,
        }
      case 'taken_back':
        return {
          subject: `${review} is no longer shown`,
          preview: 'You can change it.',
          title: 'Your review is no longer shown',
          opening: [`The team of ${shop} has looked at it once more and has taken it back: ${review}.`],
          ...because,
          action: 'Change it',
          closing: ['What you change is read again. If you think that we are wrong, write to the team.'],
          ...told,
        }
      case 'removed':
        return {
          subject: `${review} was removed`,
          preview: 'It is gone, with everything in it.',
          title: 'Your review was removed',
          opening: [`The team of ${shop} has removed it, with everything in it: ${review}.`],
          action: 'Your reviews',
          ...told,
        }
    }
  },
}
