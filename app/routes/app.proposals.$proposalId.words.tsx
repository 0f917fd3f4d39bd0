import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseForm } from '~/ui/parse-form.server'
import { readAmount, typedAmount, withWrongAmount } from '~/workgroups/votes/amounts'
import { memberDoor, statusOf } from '~/workgroups/votes/door.server'
import { wordsForm } from '~/workgroups/votes/form'
import { recordWords } from '~/workgroups/votes/voting.server'
import { ProposalWordsPage } from '~/workgroups/votes/words-page'

/** The words of a proposal, for members to improve while it is discussed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shown, language, t } = await memberDoor(request, params.proposalId)
  const { proposal, group } = shown
  const amount = typedAmount(proposal.detail.cents, language)
  return { proposal, group, amount, title: `${t('votes.words.title')} · ${t('shell.name')}` }
}

/** Puts the new words in the place of the old ones. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shown, person, language, at } = await memberDoor(request, params.proposalId)
  const form = await parseForm(request, wordsForm)
  if (!form.ok) return data({ failed: form }, 422)
  const { amount, ...words } = form.data
  const { id, subject } = shown.proposal
  const cents = subject === 'expense' ? readAmount(amount, language) : undefined
  if (cents?.ok === false) return data({ failed: withWrongAmount(form.data, cents.because) }, 422)
  const decision = await recordWords(id, { ...words, ...(cents && { detail: { cents: cents.value } }) }, person.id, at)
  if (decision.ok) return redirect(`/app/proposals/${id}`)
  const { seen: _, ...values } = form.data
  return data(
    { failed: { ok: false as const, problems: {}, values }, refused: decision.because },
    statusOf(decision.because),
  )
}

/** Also after a refusal the page is read anew: whoever was late must see what changed meanwhile. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ProposalWords() {
  return <ProposalWordsPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
