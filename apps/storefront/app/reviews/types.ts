import type { PublicClient } from '@rampart/client/public-client.ts'

type Answer<Call extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Call>>

export type ReviewPage = Answer<PublicClient['reviews']['listReviews']>
export type Review = ReviewPage['items'][number]
export type Rating = Answer<PublicClient['reviews']['getRating']>
export type OwnReview = Answer<PublicClient['reviews']['listOwnReviews']>['items'][number]
