import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { placeId } from '~/ledger/erasures/entry-places'
import { Gone } from '~/ledger/erasures/erased-words'
import { FileFacts, NoteText } from '~/promises/evidence/promise-evidence'
import { DayText } from '~/ui/day'
import { Section } from '~/ui/page'
import { isShownByHand, outputs, phases, provedByData, type Shown } from '../phases'
import { ProofLink } from './proof-link'
import type { OutputShown, Proofs, UseCase } from './use-case'

type AskedProps = { useCase: UseCase; mayShow: boolean }
type ChecklistProps = AskedProps & { also: readonly Shown[] }

/** Everything the phase asks for: what is there with its proof, what is not with what is missing. */
export function Checklist({ useCase, mayShow, also }: ChecklistProps) {
  return (
    <ul className="promise-list">
      {[...outputs[useCase.phase], ...also].map(output => (
        <Asked key={output} output={output} useCase={useCase} mayShow={mayShow} />
      ))}
    </ul>
  )
}

function Asked({ output, useCase, mayShow }: AskedProps & { output: Shown }) {
  const { t } = useWords()
  const { id, phase, shown, proofs } = useCase
  const proof = (proofs as Record<string, string>)[output]
  const hand = shown.find(one => one.output === output && (one.phase === phase || output === 'cao39'))
  const isThere = proof !== undefined || hand !== undefined
  const isByHand = isShownByHand(phase, output)
  return (
    <li>
      <h3 className="status-word" data-status={isThere ? 'kept' : 'made'}>
        <span className="status-sign" aria-hidden="true">
          {isThere ? '✓' : '○'}
        </span>
        <span>
          {t(`phases.output.${output}.name`)}
          <span className="only-read-aloud">: {t(isThere ? 'phases.page.there' : 'phases.page.notYet')}</span>
        </span>
      </h3>
      {!isThere && <p>{t(`phases.output.${output}.missing`)}</p>}
      {proof && (
        <p className="note">
          {t('phases.page.provedBy')} <ProofLink output={output as keyof Proofs} proof={proof} />
        </p>
      )}
      {hand && !proof && <ShownText shown={hand} useCaseId={id} />}
      {mayShow && isByHand && <ShowLink useCaseId={id} output={output} again={isThere} />}
    </li>
  )
}

function ShowLink({ useCaseId, output, again }: { useCaseId: string; output: Shown; again: boolean }) {
  const { t } = useWords()
  return (
    <p className="no-print">
      <Link to={`/app/use-cases/${useCaseId}/show/${output}`}>
        {t(again ? 'phases.page.showAgain' : 'phases.page.show')}
        <span className="only-read-aloud">: {t(`phases.output.${output}.name`)}</span>
      </Link>
    </p>
  )
}

/** What somebody showed: their words, the day and the file. */
function ShownText({
  shown: { phase, output, proof, shownOn, file },
  useCaseId,
}: {
  shown: OutputShown
  useCaseId: string
}) {
  return (
    <>
      {proof ? (
        <NoteText note={proof} />
      ) : (
        <p>
          <Gone of="output" id={placeId(useCaseId, phase, output)} part="note" />
        </p>
      )}
      {file && <FileFacts file={file} address={`/app/use-cases/${useCaseId}/files/${file.hash}`} />}
      <p className="note">
        <DayText day={shownOn} />
      </p>
    </>
  )
}

const isProof = (output: string) => (provedByData as readonly string[]).includes(output)

/** What earlier phases brought, as it stood when they ended. */
export function ShownBefore({ useCase: { id, phase, shown } }: { useCase: UseCase }) {
  const { t } = useWords()
  const past = phases.slice(0, phases.indexOf(phase))
  return past.map(before => (
    <Section key={before} title={t('phases.page.brought', { phase: t(`phases.name.${before}`) })}>
      <ul className="promise-list">
        {shown
          .filter(one => one.phase === before)
          .map(one => (
            <li key={one.output}>
              <h3>{t(`phases.output.${one.output as Shown}.name`)}</h3>
              {one.proof && isProof(one.output) ? (
                <p className="note">
                  {t('phases.page.provedBy')} <ProofLink output={one.output as keyof Proofs} proof={one.proof} />
                </p>
              ) : (
                <ShownText shown={one} useCaseId={id} />
              )}
            </li>
          ))}
      </ul>
    </Section>
  ))
}
