import script from '../offline/service-worker.js?raw'

/** The service worker. It stands at the root, since it may only look after what is below its own address. */
export function loader() {
  return new Response(script, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' },
  })
}
