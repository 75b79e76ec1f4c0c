import { reviewFields } from './belongings.ts'
import { call, done, type Errand, freshName, somePicture, type Stage } from './errands.ts'
import type { Account } from './in-process-shop.ts'
import { multipartBody } from './requests.ts'

type Written = { readonly path: string; readonly author: Account }

/** A product that nobody has reviewed. */
async function newProduct(stage: Stage): Promise<string> {
  const body = { name: freshName(), price: '5.00' }
  return String((await done(stage, 'POST', '/products', { token: stage.owner.token, body }))['id'])
}

/** A customer's review that waits for a moderator. */
async function written(stage: Stage): Promise<Written> {
  const author = await stage.shop.account('customer')
  const body = { product_id: await newProduct(stage), ...reviewFields }
  const { id } = await done(stage, 'POST', '/reviews', { token: author.token, body })
  return { path: `/reviews/${String(id)}`, author }
}

async function published(stage: Stage): Promise<Written> {
  const review = await written(stage)
  await done(stage, 'POST', `${review.path}/approve`, { token: stage.owner.token, body: {} })
  return review
}

const decide =
  (verb: string, action: string, body: object): Errand =>
  async (stage) =>
    call(stage, verb, `${(await written(stage)).path}${action}`, { token: stage.owner.token, body })

const byReader =
  (action: string, body: object): Errand =>
  async (stage) => {
    const { path } = await published(stage)
    const { token } = await stage.shop.account('customer')
    return call(stage, 'POST', `${path}${action}`, { token, body })
  }

/** Calls about reviews: each of its own, for nobody has two of one product. */
export const errandsOfReviews: Readonly<Record<string, Errand>> = {
  'reviews.createReview': async (stage) => {
    const { token } = await stage.shop.account('customer')
    const body = { product_id: await newProduct(stage), ...reviewFields }
    return call(stage, 'POST', '/reviews', { token, body })
  },
  'reviews.updateReview': async (stage) => {
    const { path, author } = await published(stage)
    return call(stage, 'PUT', path, { token: author.token, body: reviewFields })
  },
  'reviews.deleteReview': async (stage) => {
    const { path, author } = await published(stage)
    return call(stage, 'DELETE', path, { token: author.token })
  },
  'reviews.addReviewPhoto': async (stage) => {
    const { path, author } = await published(stage)
    const photo = multipartBody(await somePicture())
    return call(stage, 'POST', `${path}/photos`, { token: author.token, ...photo })
  },
  'reviews.approveReview': decide('POST', '/approve', {}),
  'reviews.rejectReview': decide('POST', '/reject', { reason: 'It names a person.' }),
  'reviews.replyToReview': decide('PUT', '/reply', { text: 'Thank you.' }),
  'reviews.markHelpful': byReader('/mark_helpful', {}),
  'reviews.reportReview': byReader('/report', { reason: 'spam' }),
}
