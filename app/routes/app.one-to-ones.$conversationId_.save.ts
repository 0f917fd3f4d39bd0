import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { actOnRecord, keyToWrapFor } from '~/conversations/record/door.server'

/** Gives the public key of somebody for whom the reader may wrap the key of this record. */
export const loader = ({ request, params }: LoaderFunctionArgs) => keyToWrapFor(request, params.conversationId)

/** Takes what the page of a record sealed. */
export const action = ({ request, params }: ActionFunctionArgs) => actOnRecord(request, params.conversationId)
