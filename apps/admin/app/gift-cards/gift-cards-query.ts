import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Answer, type Input } from '../api.ts'

export type GiftCard = Answer<'pricing', 'getGiftCard'>
export type IssuedCard = Answer<'pricing', 'issueGiftCard'>
export type CardStatus = GiftCard['status']

export const giftCardsQuery = (filter: Input<'pricing', 'listGiftCards'>) =>
  queryOptions({
    queryKey: ['gift-cards', 'list', filter],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.pricing.listGiftCards(filter, { signal }),
  })

export const giftCardQuery = (gift_card_id: string) =>
  queryOptions({
    queryKey: ['gift-cards', 'one', gift_card_id],
    queryFn: ({ signal }) => api.pricing.getGiftCard({ gift_card_id }, { signal }),
  })
