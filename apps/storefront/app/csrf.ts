import { data, type MiddlewareFunction } from 'react-router'
import { shopContext } from './shop-context.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses every form that does not carry this shopper's token, before any action runs. */
export const refuseForgedForms: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  if (!safeMethods.has(request.method)) {
    const token = await readToken(request)
    if (!token || !context.get(shopContext).checkCsrf(token)) throw data(null, { status: 403 })
  }
  return next()
}

async function readToken(request: Request): Promise<string | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return null
  const form = await request.clone().formData()
  const token = form.get('_csrf')
  return typeof token === 'string' ? token : null
}
