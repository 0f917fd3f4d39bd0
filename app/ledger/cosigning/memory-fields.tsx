import { useWords } from '~/language/words'
import { Checkbox } from '~/ui/choice'
import { Notice } from '~/ui/notice'
import { OwnFile } from '~/ui/own-field'
import { seenHere } from '../witnesses/machine.client'
import type { Cosigning } from './cosigning'

/** What this device remembers, room for what another one does, and a tick for who has nothing to compare with. */
export function MemoryFields({ state }: { state: Cosigning }) {
  const { t } = useWords()
  const seen = seenHere()
  const isWrong = state.kind === 'memoryWrong'
  return (
    <>
      <details className="explained" open={isWrong || !seen || undefined}>
        <summary>{seen ? t('witness.cosign.seen', { count: seen.size }) : t('witness.cosign.nothingSeen')}</summary>
        <OwnFile
          id="cosign-memory"
          label={t('witness.cosign.memory')}
          hint={t('witness.cosign.memoryHint')}
          error={isWrong ? t('witness.cosign.memoryWrong') : undefined}
        />
      </details>
      {state.kind === 'memoryMissing' && state.because === 'signedBefore' && (
        <Notice kind="warning" title={t('witness.cosign.signedBefore', { count: state.signedBefore })}>
          {t('witness.cosign.signedBeforeText')}
        </Notice>
      )}
      {!seen && (
        <Checkbox
          name="cosign-first"
          label={t('witness.cosign.first')}
          hint={t('witness.cosign.firstHint')}
          error={
            state.kind === 'memoryMissing' && state.because === 'firstNotSaid'
              ? t('witness.cosign.firstNotSaid')
              : undefined
          }
        />
      )}
    </>
  )
}
