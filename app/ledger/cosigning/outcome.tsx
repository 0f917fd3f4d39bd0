import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { saveAs } from '~/ui/saved-file'
import { seenHere } from '../witnesses/machine.client'
import type { Cosigning } from './cosigning'

/** Says how checking and signing ended, in the verifier's own words first. */
export function CosignOutcome({ state, signLate }: { state: Cosigning; signLate: () => void }) {
  const { t } = useWords()
  if (state.kind === 'unchecked') {
    return <Notice kind="warning">{t(`witness.cosign.unchecked.${state.because}`)}</Notice>
  }
  if (!('lines' in state)) return null
  const isDone = state.kind === 'done'
  return (
    <div className="flow">
      <Notice
        kind={isDone ? 'info' : 'warning'}
        title={t(isDone ? 'witness.cosign.foundBefore' : 'witness.cosign.found')}
      >
        <ul>
          {state.lines.map(line => (
            <li key={line}>{line.replace(/^ +- /, '')}</li>
          ))}
        </ul>
      </Notice>
      {state.kind === 'refused' && (
        <Notice kind="warning" title={t('witness.cosign.refused')}>
          {t('witness.cosign.refusedText')}
        </Notice>
      )}
      {(state.kind === 'late' || state.kind === 'done') && !state.isCompared && (
        <Notice kind="warning" title={t('witness.cosign.notCompared')}>
          {t('witness.cosign.notComparedText')}
        </Notice>
      )}
      {state.kind === 'late' && <Late isCompared={state.isCompared} signLate={signLate} />}
      {state.kind === 'done' && <Done state={state} />}
    </div>
  )
}

function Late({ isCompared, signLate }: { isCompared: boolean; signLate: () => void }) {
  const { t } = useWords()
  return (
    <>
      <Notice kind="warning" title={t('witness.cosign.late')}>
        {isCompared && t('witness.cosign.lateSame')} {t('witness.cosign.lateText')}
      </Notice>
      <ButtonRow>
        <Button type="button" kind="warning" onClick={signLate}>
          {t('witness.cosign.signLate')}
        </Button>
      </ButtonRow>
    </>
  )
}

function Done({ state: { sent, size } }: { state: Extract<Cosigning, { kind: 'done' }> }) {
  const { t } = useWords()
  if (!sent.ok) {
    return (
      <Notice kind="warning" title={t('witness.cosign.notTaken')}>
        {sent.message ?? t('witness.cosign.unchecked.unreachable')}
      </Notice>
    )
  }
  const seen = seenHere()
  const save = () => saveAs('ledger-memory.json', `${JSON.stringify(seen)}\n`)
  return (
    <>
      <Notice kind="done" title={t('witness.cosign.done')}>
        {t('witness.cosign.doneText', { last: size - 1 })}
      </Notice>
      {seen && (
        <ButtonRow>
          <Button type="button" kind="quiet" onClick={save}>
            {t('witness.cosign.saveMemory')}
          </Button>
        </ButtonRow>
      )}
    </>
  )
}
