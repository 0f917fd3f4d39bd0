import type { LoaderFunctionArgs } from '@remix-run/node'
import { gateFile } from '~/gates/machine/served.server'

/** How a gate stands, for the program that routes customers: signed, for everybody, without asking who it is. */
export const loader = ({ params }: LoaderFunctionArgs) => gateFile(params.gateId!)
