import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { groupDoor } from '~/workgroups/votes/door.server'
import { ProposalListPage } from '~/workgroups/votes/list-page'

/** What a working group discusses and decided, for whoever is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { group, lines, isMember, t } = await groupDoor(request, params.groupId)
  return { group, lines, isMember, title: `${t('votes.title')} · ${group.name} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Proposals() {
  return <ProposalListPage {...useLoaderData<typeof loader>()} />
}
