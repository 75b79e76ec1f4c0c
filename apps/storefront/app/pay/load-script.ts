const loading = new Map<string, Promise<unknown>>()

/** Loads the script of a payment form, once. @throws when it cannot be had */
export function loadScript(src: string): Promise<unknown> {
  const known = loading.get(src)
  if (known !== undefined) return known
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const script = document.createElement('script')
  script.src = src
  script.onload = resolve
  script.onerror = () => {
    loading.delete(src)
    script.remove()
    reject(new Error('The payment form could not be loaded.'))
  }
  document.head.append(script)
  loading.set(src, promise)
  return promise
}
