import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readReviewQuery, reviewsAddress } from '../app/reviews/read-review-query.ts'
import { openShop, TOKEN } from './page-harness.ts'

let shop: Awaited<ReturnType<typeof openShop>>

beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const markup = /<script>alert|<img src=x|<b>Ada|<i>Thank|<b>Lamp/

it('shows photos of others by their public address, one’s own by the one for oneself', async () => {
  const { html } = await shop.get('/p/lamp')
  expect(html).toMatch(/href="\/api\/v1\/media\/p\/900"/)
  expect(html).toContain('Photo 1 of the review by &lt;/li&gt;&lt;b&gt;Ada&lt;/b&gt;')
  const own = await shop.get('/account/reviews', { customer: true })
  expect(own.html).toContain('src="/api/v1/reviews/photos/p"')
  const edit = await shop.get('/p/lamp/review', { customer: true })
  expect(edit.html).toMatch(/<button[^>]*form="remove-photo"[^>]*value="p"/)
})

describe('what authors typed', () => {
  it.each([
    ['/p/lamp', false],
    ['/reviews/w/report', true],
    ['/account/reviews', true],
    ['/p/lamp/review', true],
  ])('is text on %s', async (path, customer) => {
    const { response, html } = await shop.get(path, { customer })
    expect(response.status).toBe(200)
    expect(html).toContain('alert(2)')
    expect(html.replaceAll(/<script type="application\/ld\+json"[\s\S]*?<\/script>/g, '')).not.toMatch(markup)
    expect(html).not.toMatch(/<[^>]+\sstyle=/)
  })
})

it('tells search engines what the product is rated', async () => {
  const { html } = await shop.get('/p/lamp')
  const facts = html.match(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/)?.[1] ?? ''
  expect(JSON.parse(facts)).toMatchObject({
    aggregateRating: { ratingValue: 3.5, reviewCount: 2, bestRating: 5 },
    review: [
      {
        name: '<script>alert(1)</script>',
        reviewBody: '"><img src=x onerror=alert(2)>',
        author: { name: '</li><b>Ada</b>' },
        reviewRating: { ratingValue: 5 },
      },
    ],
  })
  // Nothing that an author typed can end the element or begin another.
  expect(facts).not.toContain('<')
})

it('asks for the reviews that the address names', async () => {
  const { calls } = await shop.get('/p/lamp?review_sort=helpful&review_stars=4&review_page=3')
  expect(calls.find(({ operation }) => operation === 'reviews.listReviews')?.input).toMatchObject({
    sort: 'helpful',
    rating: 4,
    page: 3,
  })
})

it.each(['/p/lamp/review', '/account/reviews', '/reviews/w/report'])(
  'sends whoever has not signed in from %s to do so',
  async (path) => {
    const { response } = await shop.get(path)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toContain('/sign-in?next=')
  },
)

describe('without any script', () => {
  const form = { _csrf: TOKEN }

  it('a review is changed, and the account says that it waits', async () => {
    const fields = { ...form, rating: '2', title: 'So so', text: 'It leaks.', author_name: '' }
    const { response, calls } = await shop.post('/p/lamp/review', fields, { customer: true })
    expect(response.headers.get('location')).toBe('/account/reviews?sent=1')
    expect(calls.find(({ operation }) => operation === 'reviews.updateReview')?.input).toEqual({
      review_id: 'w',
      rating: 2,
      title: 'So so',
      text: 'It leaks.',
      author_name: '',
    })
  })

  it('what is wrong with it is said at the field, and what was typed stays', async () => {
    const failing = {
      'reviews.updateReview': {
        code: 'VALIDATION_FAILED',
        status: 400,
        errors: [{ path: 'rating', message: 'x' }],
      },
    }
    const fields = { ...form, text: 'Typed before' }
    const { response, html } = await shop.post('/p/lamp/review', fields, { customer: true, failing })
    expect(response.status).toBe(400)
    expect(html).toContain('Typed before')
  })

  it('a photo is taken off, by a form that sends nothing else', async () => {
    const fields = { ...form, photo_id: 'f' }
    const { response, calls } = await shop.post('/p/lamp/review', fields, { customer: true })
    expect(response.headers.get('location')).toBe('/p/lamp/review')
    const changes = calls.filter(({ operation }) => /remove|update|create/.test(operation))
    expect(changes).toEqual([{ operation: 'reviews.removeReviewPhoto', input: { photo_id: 'f' } }])
  })

  it('words that photos follow are saved, and the page says which review they go to', async () => {
    const fields = { ...form, rating: '2', text: 'It leaks.', stay: '1' }
    const { response, html } = await shop.post('/p/lamp/review', fields, { customer: true })
    expect(response.status).toBe(200)
    expect(html).toContain('Change your review')
  })

  it('a vote is counted, and leads back to the review', async () => {
    const fields = { ...form, helpful: 'true', next: '/p/lamp#review-w' }
    const { response, calls } = await shop.post('/reviews/w/helpful', fields, { customer: true })
    expect(response.headers.get('location')).toBe('/p/lamp#review-w')
    expect(calls.find(({ operation }) => operation === 'reviews.markHelpful')?.input).toEqual({
      review_id: 'w',
      helpful: true,
    })
  })

  it('a vote of a guest leads to the door, and nowhere outside the shop', async () => {
    const fields = { ...form, helpful: 'true', next: 'https://elsewhere.example/' }
    const guest = await shop.post('/reviews/w/helpful', fields)
    expect(guest.response.headers.get('location')).toBe('/sign-in?next=%2F')
    const customer = await shop.post('/reviews/w/helpful', fields, { customer: true })
    expect(customer.response.headers.get('location')).toBe('/')
  })

  it('a report is sent, and thanked for', async () => {
    const fields = { ...form, reason: 'spam', note: 'Look' }
    const { response, calls } = await shop.post('/reviews/w/report?next=/p/lamp', fields, { customer: true })
    expect(response.headers.get('location')).toBe('/reviews/w/report?done=1&next=%2Fp%2Flamp')
    expect(calls.find(({ operation }) => operation === 'reviews.reportReview')?.input).toEqual({
      review_id: 'w',
      reason: 'spam',
      note: 'Look',
    })
    const { html } = await shop.get('/reviews/w/report?done=1&next=/p/lamp', { customer: true })
    expect(html).toContain('Somebody will look at it')
  })

  it('a review is removed from the account', async () => {
    const { response, calls } = await shop.post(
      '/account/reviews',
      { ...form, review_id: 'w' },
      { customer: true },
    )
    expect(response.headers.get('location')).toBe('/account/reviews')
    expect(calls.map(({ operation }) => operation)).toContain('reviews.deleteReview')
  })
})

describe('the address of reviews', () => {
  it('reads what it can and leaves out the rest', () => {
    const query = readReviewQuery(new URLSearchParams('review_page=-4&review_sort=author&review_stars=9'))
    expect(query).toEqual({ page: 1, sort: 'newest', stars: undefined })
  })

  it('keeps the variant and what was chosen, and begins anew at the first page', () => {
    const params = new URLSearchParams('variant=v2&added=1&review_sort=helpful&review_page=3')
    expect(reviewsAddress('lamp', params, { stars: 4 })).toBe(
      '/p/lamp?variant=v2&review_sort=helpful&review_stars=4#reviews',
    )
  })
})
