import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { gateFor, requirementsOf, stepIn } from '~/gates/door.server'
import { keyForm } from '~/gates/formal/form'
import { type KeyAnswer, KeyPage } from '~/gates/formal/key-page'
import { type KeyDeed, keyDeeds } from '~/gates/formal/rules'
import { turnFormalKey, turnFormalKeyBack } from '~/gates/formal/store.server'
import type { ReadyFile } from '~/promises/evidence/file.server'
import { fileSent, sealFile } from '~/promises/evidence/sealing.server'
import { parseForm } from '~/ui/parse-form.server'
import { propose } from '~/workgroups/votes/voting.server'

/** Both keys of a step, for everybody to read; each in the hand of its holder. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { gate, may, t } = await gateFor(request, params.gateId)
  const step = stepIn(gate, new URL(request.url).searchParams.get('step'))
  return {
    ...{ gate, version: step.version, may: { turn: may.turn, write: may.write } },
    requirements: await requirementsOf(gate),
    title: `${t('gates.key.title', { pct: step.targetPct })} · ${t('shell.name')}`,
  }
}

/** Shows what a statement will say and do; only `publish` does it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const door = await gateFor(request, params.gateId)
  if (!door.may.turn && !door.may.write) throw new Response(null, { status: 403 })
  const { to, status = 200, ...answer } = await actOnKey(request, door)
  return to ? redirect(to) : data(answer, status)
}

type Door = Awaited<ReturnType<typeof gateFor>>
type Outcome = KeyAnswer & { to?: string; status?: number }

/** Looks at a statement about a key, or lets it count. */
async function actOnKey(request: Request, door: Door): Promise<Outcome> {
  const form = await parseForm(request, keyForm)
  if (!form.ok) return { failed: form, deed: deedIn(form.values.deed), status: 422 }
  const { step, note, deed, version } = form.data
  if (!(deed === 'proposeBack' ? door.may.write : door.may.turn)) throw new Response(null, { status: 403 })
  const typed = typedIn(deed, note)
  if (step === 'write') return typed
  const sent = deed === 'turn' ? await fileSent(form.data) : ({ ok: true, value: undefined } as const)
  if (!sent.ok) return { ...typed, fileRefused: sent.because, status: 422 }
  if (step === 'preview') return { looked: { deed, note, file: sent.value && sealFile(sent.value) } }
  const place = { gateId: door.gate.id, version: stepIn(door.gate, version).version }
  return deed === 'proposeBack'
    ? putToVote(place, note, door)
    : turnOrBack(place, { deed, note, file: sent.value }, door)
}

/** What stays in the form of a deed. */
const typedIn = (deed: KeyDeed, note: string) => ({
  ...{ deed, failed: { ok: false as const, problems: {}, values: { note } } },
})

const deedIn = (value: unknown) => keyDeeds.find(deed => deed === value)

type Place = { gateId: string; version: number }
type Said = { deed: KeyDeed; note: string; file?: ReadyFile }

async function turnOrBack(place: Place, { deed, note, file }: Said, { person, at }: Door): Promise<Outcome> {
  const decision =
    deed === 'turn'
      ? await turnFormalKey(place, { reason: note, file }, person, at)
      : await turnFormalKeyBack(place, note, person, at)
  if (decision.ok) return { to: `/app/gates/${place.gateId}?step=${place.version}` }
  return { ...typedIn(deed, note), refused: decision.because, status: 409 }
}

/** Asks the group to turn its key back; it does so by its vote alone. */
async function putToVote(place: Place, words: string, { gate, person, t, at }: Door): Promise<Outcome> {
  const pct = stepIn(gate, `${place.version}`).targetPct
  const title = t('gates.key.proposal', { pct, gate: gate.name })
  const decision = await propose(gate.workgroupId, { subject: 'key', title, words, about: place }, person.id, at)
  if (decision.ok) return { to: `/app/proposals/${decision.value.id}` }
  if (decision.because === 'alreadyProposed') return { to: `/app/proposals/${decision.id}` }
  return { ...typedIn('proposeBack', words), refused: decision.because, status: 409 }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Keys() {
  return <KeyPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? {}} />
}
