import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerWithFile } from '~/promises/evidence/answer.server'
import { requireOpenFile } from '~/promises/visibility.server'

/** A file that stands as evidence at a promise, for everybody who may read the promise. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  requireOpenFile(request)
  return answerWithFile(request, params)
}
