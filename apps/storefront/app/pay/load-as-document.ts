/** Comes from elsewhere in the shop: the form's policy comes with a document of its own alone. */
export function loadAsDocument({ request }: { request: Request }): Promise<never> {
  globalThis.location.assign(request.url)
  return new Promise<never>(() => undefined)
}
