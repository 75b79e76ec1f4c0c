import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { type Case, cases, CHANGE_ID, CODE, TOKEN } from './account-events.ts'
import { mailScene, type readMail, type SecretAsked } from './scene.ts'

type Language = 'en' | 'de'
type Audience = 'shop' | 'staff'

/** A scene whose accounts have one language and audience, with every secret that was asked for. */
async function open(language: Language, audience: Audience) {
  const asked: SecretAsked[] = []
  const scene = await mailScene(
    {
      language: () => language,
      audience: () => audience,
      token: () => TOKEN,
      secret: (given) => {
        asked.push(given)
        const isCode = given.purpose === 'reset_otp' || given.purpose === 'sign_in_code'
        const recipient = given.purpose === 'confirm_new_email' ? 'new@example.com' : 'ada@example.com'
        return { token: isCode ? CODE : TOKEN, recipient }
      },
    },
    { shop_name: 'Fern & <b>Clay</b>' },
  )
  /** Hands an event over; the mails that it led to. */
  const mailsOf = async (event: string, facts: object): Promise<ReadMail[]> => {
    const before = new Set(await scene.files())
    await scene.tell(event, facts)
    return scene.mails((name) => !before.has(name))
  }
  return { ...scene, asked, mailsOf }
}

type ReadMail = ReturnType<typeof readMail>

/** What holds for every mail, whatever it says. */
function expectWellMade(mail: ReadMail, language: Language, secrets: readonly string[]): void {
  const { headers, html, text } = mail
  expect(headers.get('auto-submitted')).toEqual(['auto-generated'])
  expect(headers.get('x-auto-response-suppress')).toEqual(['All'])
  expect(headers.get('content-language')).toEqual([language])
  expect(headers.get('content-type')?.[0]).toMatch(/^multipart\/alternative/)
  // Nobody can be taken off the list of those who are told that somebody is in their account.
  expect([...headers.keys()].filter((name) => name.startsWith('list-'))).toEqual([])
  expect(html).toContain(`<html lang="${language}">`)
  expect(html).toContain('Fern &amp; &lt;b&gt;Clay&lt;/b&gt;')
  expect(html).not.toContain('<b>')
  expect(text).toContain('Fern & <b>Clay</b>')
  // The name it could be greeted by was typed in by whoever signed up.
  for (const part of [html, text]) expect(part).not.toContain('Ada')
  const preview = /opacity:0">\s*([^<]+?)\s*<\/div>/.exec(html)?.[1] ?? ''
  expect(preview).not.toBe('')
  for (const secret of secrets) {
    expect(headers.get('subject')?.[0]).not.toContain(secret)
    expect(preview).not.toContain(secret)
  }
}

function nameOf({ template, facts }: Case): string {
  return [template, ...Object.values(facts ?? {}).filter((fact) => !String(fact).startsWith('0'))].join(' ')
}

const readers = (['en', 'de'] as const).flatMap((language) =>
  (['shop', 'staff'] as const).map((audience) => ({ language, audience })),
)

describe.each(readers)('in $language for $audience', ({ language, audience }) => {
  let scene: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    scene = await open(language, audience)
  })
  afterAll(() => scene.close())
  beforeEach(() => void scene.asked.splice(0))

  test.each(cases.map((one) => [nameOf(one), one] as const))('%s', async (_name, given) => {
    const { template, event, facts, secret } = given
    const account_id = newId()
    const [mail, ...others] = await scene.mailsOf(event, { account_id, ...facts })
    expect(others).toEqual([])
    expect((await scene.rows()).at(-1)).toMatchObject({ template, account_id, status: 'sent' })
    expectWellMade(mail!, language, [TOKEN, CODE, '048 213'])
    expect(mail!.headers.get('to')).toEqual(['ada@example.com'])
    for (const words of given[language]) {
      expect(mail!.text).toContain(words)
      expect(mail!.html).toContain(words)
    }
    expectSecret(mail!, account_id, secret)
    if (given.path === undefined) return
    const path = audience === 'shop' ? given.path : (given.staffPath ?? `/admin${given.path}`)
    const url = `https://shop.example${path}${secret?.form === 'link' ? `?token=${TOKEN}` : ''}`
    expect(mail!.html).toContain(`href="${url}"`)
    expect(mail!.text.split(/\s+/)).toContain(url)
  })

  function expectSecret(mail: ReadMail, account_id: string, secret: Case['secret']): void {
    if (secret === undefined) return expect(scene.asked).toEqual([])
    const { purpose, reference, form } = secret
    expect(scene.asked).toEqual([{ account_id, purpose, ...(reference === undefined ? {} : { reference }) }])
    if (form === 'link') return
    expect(mail.text).toContain('    048 213\r\n')
    // Spaced to the eye, but copied as one.
    expect(mail.html.replaceAll(/<[^>]*>\s*/g, '')).toContain(CODE)
    expect(mail.html).not.toContain('token=')
  }

  test('a confirmation of a new account has its link', async () => {
    const [mail] = await scene.mailsOf('identity.verification-requested.v1', { account_id: newId() })
    expectWellMade(mail!, language, [TOKEN])
    expect(mail!.text).toContain(`/verify-email?token=${TOKEN}`)
  })

  test('a change of address asks at both, each with a link of its own', async () => {
    const facts = { account_id: newId(), change_id: CHANGE_ID }
    const mails = await scene.mailsOf('identity.email-change-requested.v1', facts)
    for (const mail of mails) expectWellMade(mail, language, [TOKEN])
    const to = (address: string): ReadMail[] =>
      mails.filter(({ headers }) => headers.get('to')?.[0] === address)
    const [[old], [fresh]] = [to('ada@example.com'), to('new@example.com')]
    expect(mails).toHaveLength(2)
    expect(scene.asked.map(({ purpose, reference }) => [purpose, reference]).sort()).toEqual([
      ['confirm_new_email', CHANGE_ID],
      ['confirm_old_email', CHANGE_ID],
    ])
    const path = audience === 'shop' ? '/confirm-email' : '/admin/confirm-email'
    for (const mail of mails) expect(mail.text).toContain(`https://shop.example${path}?token=${TOKEN}`)
    expect(old!.text).toContain({ en: 'stop the change', de: 'stoppen Sie die Änderung' }[language])
    // Neither address learns the other.
    expect(old!.text + old!.html).not.toContain('new@example.com')
    expect(fresh!.text + fresh!.html).not.toContain('ada@example.com')
  })

  test.each([
    ['Chrome on evil.example/win', null],
    ['<img src=x onerror=alert(1)>', 'https://evil.example'],
    ['Call +49 89 123456 now, your account was hacked, they wait for you', 'see evil.example, Berlin'],
  ])('a device or place that says more than a name is left out: %s', async (device, place) => {
    const facts = { account_id: newId(), session_id: newId(), device, place }
    const [mail] = await scene.mailsOf('identity.new-device.v1', facts)
    for (const part of [mail!.text, mail!.html]) {
      expect(part).toContain({ en: 'Unknown', de: 'Unbekannt' }[language])
      for (const typed of ['evil', 'onerror', 'hacked']) expect(part).not.toContain(typed)
    }
  })
})

test('what a product is called and what a moderator wrote is text, in the subject one line of it', async () => {
  const scene = await open('en', 'shop')
  onTestFinished(scene.close)
  const [mail] = await scene.mailsOf('reviews.review-decided.v1', {
    ...{ account_id: newId(), review_id: newId(), product_slug: 'x"><script>alert(1)</script>' },
    product_name: '<b>Mug</b>\r\nBcc: all@example.com',
    decision: 'refused',
    reason: '<img src=x onerror=alert(1)>\r\n</td></table><script>alert(2)</script> [link](javascript:x)',
  })
  const { headers, html, text } = mail!
  expect(headers.get('bcc')).toBeUndefined()
  expect(headers.get('subject')).toEqual(['Your review of <b>Mug</b> Bcc: all@example.com is not published'])
  expect(html).not.toMatch(/<b>|<img src=x|<script|href="(?!https:\/\/shop\.example)/)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(text).toContain('<script>alert(2)</script>')
})

test('a mail whose matter is settled is not sent', async () => {
  const scene = await mailScene({ secret: () => ({ token: null, recipient: '' }) })
  onTestFinished(scene.close)
  for (const { event, facts, secret } of cases) {
    if (secret !== undefined) await scene.tell(event, { account_id: newId(), ...facts })
  }
  expect(await scene.files()).toEqual([])
  expect(new Set((await scene.rows()).map(({ status }) => status))).toEqual(new Set(['skipped']))
})

test('a mail to an account that is gone is not sent', async () => {
  const scene = await mailScene({ email: () => null })
  onTestFinished(scene.close)
  for (const { event, facts } of cases) await scene.tell(event, { account_id: newId(), ...facts })
  expect(await scene.files()).toEqual([])
})
