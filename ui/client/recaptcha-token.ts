const LIMIT_MS = 15_000

type Grecaptcha = {
  ready(then: () => void): void
  execute(siteKey: string, options: { action: string }): Promise<string>
}

/** Has Google score this visit. The script is loaded here and nowhere else; the page's policy must allow it. */
export async function recaptchaToken(siteKey: string, action: string): Promise<string> {
  let limit: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    limit = setTimeout(() => reject(new Error('reCAPTCHA took too long.')), LIMIT_MS)
  })
  try {
    return await Promise.race([late, scored(siteKey, action)])
  } finally {
    clearTimeout(limit)
  }
}

async function scored(siteKey: string, action: string): Promise<string> {
  const recaptcha = await load(siteKey)
  await new Promise<void>((resolve) => recaptcha.ready(resolve))
  return recaptcha.execute(siteKey, { action })
}

let loading: Promise<Grecaptcha> | undefined

function load(siteKey: string): Promise<Grecaptcha> {
  return (loading ??= new Promise<Grecaptcha>((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `https://www.google.com/recaptcha/api.js?render=${encodeURIComponent(siteKey)}`
    script.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
    script.onload = () => {
      const { grecaptcha } = globalThis as { grecaptcha?: Grecaptcha }
      if (grecaptcha === undefined) reject(new Error('reCAPTCHA did not load.'))
      else resolve(grecaptcha)
    }
    script.onerror = () => {
      loading = undefined
      reject(new Error('reCAPTCHA cannot be reached.'))
    }
    document.head.append(script)
  }))
}
