import { z } from 'zod'

const SITEVERIFY = 'https://www.google.com/recaptcha/api/siteverify'
const TIMEOUT_MS = 3_000
const MAX_BYTES = 10_000
const LEAST_SCORE = 0.5

/** What the pages name the moment that is scored. */
export const RECAPTCHA_ACTION = 'rampart_challenge'

const Verdict = z.object({
  success: z.boolean(),
  score: z.number().optional(),
  action: z.string().optional(),
  hostname: z.string().optional(),
  'error-codes': z.array(z.string()).optional(),
})

/** `unreachable`: Google gave no verdict, whatever the reason. */
export type RecaptchaOutcome = 'passed' | 'failed' | 'unreachable'

/** Asks Google about the token of a page. */
export type Recaptcha = { readonly siteKey: string; verify(token: string): Promise<RecaptchaOutcome> }

type Options = {
  readonly siteKey: string
  readonly secret: string
  /** The shop's own host name; tokens of other sites are refused. */
  readonly hostname: string
  /** Where to ask; Google unless told. */
  readonly address?: string
  readonly timeoutMs?: number
}

/** reCAPTCHA v3: a token counts when Google says so, for this host and action, with a score of 0.5 or more. */
export function recaptcha(options: Options): Recaptcha {
  const { siteKey, secret, hostname } = options
  return {
    siteKey,
    async verify(token) {
      let verdict: z.infer<typeof Verdict>
      try {
        const response = await fetch(options.address ?? SITEVERIFY, {
          method: 'POST',
          body: new URLSearchParams({ secret, response: token }),
          redirect: 'error',
          signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
        })
        if (!response.ok) return 'unreachable'
        verdict = Verdict.parse(JSON.parse(await cappedText(response)))
      } catch {
        return 'unreachable'
      }
      // A secret that Google does not know says nothing about the visitor.
      if (verdict['error-codes']?.some((code) => code.endsWith('-secret')) === true) return 'unreachable'
      const { success, score = 0, action } = verdict
      const counts = success && verdict.hostname === hostname && action === RECAPTCHA_ACTION
      return counts && score >= LEAST_SCORE ? 'passed' : 'failed'
    },
  }
}

async function cappedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > MAX_BYTES) throw new Error('The answer is too long.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
