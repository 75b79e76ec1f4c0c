import { useShellData } from '../layout/use-shell-data.ts'

/** Stands in every form that is not a GET: without it the form is refused. */
export function CsrfField() {
  const shell = useShellData()
  return <input type="hidden" name="_csrf" value={shell?.csrf_token ?? ''} />
}
