import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { longestNote } from '~/promises/evidence/kinds'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { ErrorSummary } from '~/ui/error-summary'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { DoOrGoBack, Preview } from '~/ui/preview'
import { TextArea } from '~/ui/text-area'
import { BlockList } from '../block-list'
import { blocksOf, type OpeningRefusal, openPct } from '../rules'
import type { GateShown } from '../shown'

/** When and why somebody stepped back last; whoever opens again has read it. */
type LastBack = { day: string; reason?: string }
export type OpeningFacts = {
  gate: GateShown
  version: number
  deed: 'open' | 'back'
  mayDo: boolean
  lastBack?: LastBack
}
type PageProps = OpeningFacts & {
  refused?: OpeningRefusal | 'notYourMove' | 'groupEmpty' | 'reasonMissing' | 'noSuchStep'
  typed?: string
}

/** Where a step is opened, or stepped back from: first what will happen to whom, then the deed. */
export function OpeningPage({ gate, version, deed, mayDo, lastBack, refused, typed }: PageProps) {
  const { t } = useWords()
  const step = gate.steps.find(one => one.version === version)!
  const blocks = blocksOf(step, gate)
  const [from, to] = [openPct(gate), step.targetPct]
  const isHeld = deed === 'open' && blocks.length > 0
  const isDone = deed === 'back' ? step.openedOn === null : step.openedOn !== null && !isHeld
  const back = `/app/gates/${gate.id}?step=${version}`
  return (
    <Page kicker={<Link to={back}>{gate.name}</Link>} title={t(`gates.opening.title.${deed}`, { pct: to })}>
      {refused && refused !== 'reasonMissing' && <Notice kind="warning">{t(`gates.refused.${refused}`)}</Notice>}
      {isHeld && (
        <Notice kind="warning" title={t('gates.opening.held')}>
          <BlockList gate={gate} step={step} />
        </Notice>
      )}
      {isDone && <Notice>{t(`gates.opening.done.${deed}`)}</Notice>}
      {!mayDo && <Notice>{t(`gates.opening.notYours.${deed}`)}</Notice>}
      {mayDo && !isHeld && !isDone ? (
        <>
          <WillHappen deed={deed} from={from} to={to} lastBack={lastBack} />
          <Deed version={version} deed={deed} back={back} isMissing={refused === 'reasonMissing'} typed={typed} />
        </>
      ) : (
        <p>
          <ButtonLink to={back} kind="quiet">
            {t('shell.back')}
          </ButtonLink>
        </p>
      )}
    </Page>
  )
}

type Happening = Pick<OpeningFacts, 'deed' | 'lastBack'> & { from: number; to: number }

function WillHappen({ deed, from, to, lastBack }: Happening) {
  const { t } = useWords()
  return (
    <Preview caption={t('gates.opening.happens')} irrevocable={[t('gates.key.inLedger')]}>
      <p>
        <strong>{deed === 'open' ? t('gates.opening.from', { from, to }) : t('gates.opening.lower', { to })}</strong>
      </p>
      <p>{t(`gates.opening.machines.${deed}`)}</p>
      {lastBack && <BackBefore {...lastBack} />}
    </Preview>
  )
}

function BackBefore({ day, reason }: LastBack) {
  const { t } = useWords()
  const dayInWords = useDayInWords()
  return <p className="evidence-note">{t('gates.opening.lastBack', { day: dayInWords(day, 'short'), reason })}</p>
}

type DeedProps = { version: number; deed: 'open' | 'back'; back: string; isMissing: boolean; typed?: string }

function Deed({ version, deed, back, isMissing, typed }: DeedProps) {
  const { t } = useWords()
  const error = isMissing ? t('gates.refused.reasonMissing') : undefined
  return (
    <Form method="post" action={`?step=${version}&deed=${deed}`}>
      <ErrorSummary errors={error ? [{ name: 'reason', message: error }] : []} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="deed" value={deed} />
      {deed === 'back' && (
        <TextArea
          name="reason"
          label={t('gates.opening.reason')}
          hint={t('gates.opening.reasonHint')}
          error={error}
          defaultValue={typed}
          maxLength={longestNote}
          rows={3}
        />
      )}
      <DoOrGoBack submit={t(`gates.opening.do.${deed}`)} back={t('shell.cancel')} backTo={back} />
    </Form>
  )
}
