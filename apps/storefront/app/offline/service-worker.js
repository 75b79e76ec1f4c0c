/* Shows the shop's own page when there is no connection. It keeps that page and its files, and nothing else. */
const KEPT = 'offline-1'
const PAGE = '/offline'

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'",
}

/**
 * Fetches the page as a stranger, so that nothing of one shopper is kept, and the files it names.
 * Its scripts are left out: they would look for the page whose address is in the bar, and load it for ever.
 */
async function keepPage() {
  const answer = await fetch(PAGE, { credentials: 'omit', cache: 'reload' })
  if (!answer.ok) throw new Error('The offline page could not be fetched.')
  const page = (await answer.text())
    .replaceAll(/<script\b[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link\b[^>]*\brel="modulepreload"[^>]*>/g, '')
  const files = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1])
  const cache = await caches.open(KEPT)
  await cache.put(PAGE, new Response(page, { headers: HEADERS }))
  await cache.addAll([...new Set(files)])
}

async function forgetOthers() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)))
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
}

async function pageOrOffline(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch (error) {
    const kept = await caches.match(PAGE)
    if (kept) return kept
    throw error
  }
}

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(keepPage())
})

self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.mode === 'navigate' && request.method === 'GET') event.respondWith(pageOrOffline(event))
  else if (new URL(request.url).pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
  }
})
