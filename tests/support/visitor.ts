import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

export type VisitOptions = {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
  readonly javaScript?: boolean
  readonly locale?: string
  /** Cookies and storage of an earlier visit. */
  readonly state?: BrowserContextOptions['storageState']
  /** Console errors that belong to what is tested, such as the status of a page that is not there. */
  readonly expected?: readonly RegExp[]
  /** Origins beside the shop's that the visit leads to. */
  readonly elsewhere?: readonly string[]
}

/** Somebody with a browser of their own, and everything that their pages did wrong. */
export type Visitor = {
  readonly page: Page
  readonly context: BrowserContext
  /** Console errors, exceptions, violations of the content security policy, requests to other origins. */
  readonly complaints: readonly string[]
}

/** Opens a fresh browser context on the shop at `url` and listens to everything in it. */
export async function openVisitor(
  browser: Browser,
  url: string,
  options: VisitOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    colorScheme: options.theme ?? 'light',
    reducedMotion: 'reduce',
    locale: options.locale ?? 'en-GB',
    javaScriptEnabled: options.javaScript ?? true,
    ...(options.state === undefined ? {} : { storageState: options.state }),
  })
  context.setDefaultTimeout(20_000)
  const complaints: string[] = []
  const complain = (page: Page, text: string): void => {
    if (options.expected?.some((pattern) => pattern.test(text))) return
    complaints.push(`${page.url()}: ${text}`)
  }
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (
      protocol !== 'data:' &&
      protocol !== 'blob:' &&
      origin !== url &&
      !options.elsewhere?.includes(origin)
    ) {
      complaints.push(`A request to ${request.url()}`)
    }
  })
  await context.exposeBinding('reportViolation', ({ page }, text: string) => complain(page, text))
  await context.addInitScript(reportViolations)
  const listen = (page: Page): void => {
    page.on('pageerror', (error) => complain(page, `exception: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') complain(page, `console: ${message.text()}`)
    })
  }
  context.on('page', listen)
  return { page: await context.newPage(), context, complaints }
}

/** Runs in the page, before its own scripts. */
function reportViolations(): void {
  const scope = globalThis as unknown as {
    reportViolation: (text: string) => void
    addEventListener: (
      type: string,
      listener: (event: { effectiveDirective: string; blockedURI: string }) => void,
    ) => void
  }
  scope.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    scope.reportViolation(`policy: ${effectiveDirective} ${blockedURI}`)
  })
}
