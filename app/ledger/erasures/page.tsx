import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { DayText } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { ErasedWords, PlaceName } from './erased-words'
import type { ErasureRow } from './list-page'
import type { FileGoing } from './place'
import { ErasurePreview } from './preview'
import type { DecisionRefusal } from './redaction'

type ErasurePageProps = {
  erasure: ErasureRow & { words: string | null; file?: FileGoing; seq: number }
  mayDecide: boolean
  refused?: DecisionRefusal | 'noSuchRequest'
}

/** One request: the words as long as they stand, the reason, and for the works council the decision. */
export function ErasurePage({ erasure, mayDecide, refused }: ErasurePageProps) {
  const { t } = useWords()
  const { state, words, file, place, decidedOn, reason } = erasure
  return (
    <Page kicker={<PlaceName place={place} />} title={t(`erasure.one.${state}`)}>
      {refused && <Notice kind="warning">{t(`erasure.refused.${refused}`)}</Notice>}
      {state === 'granted' && decidedOn && (
        <p className="register-text">
          <ErasedWords erased={{ erasedOn: decidedOn, reason }} />
        </p>
      )}
      {state === 'requested' && words !== null && <ErasurePreview place={place} words={words} file={file} />}
      <Facts erasure={erasure} />
      {mayDecide ? <Decide /> : state === 'requested' && <Notice>{t('erasure.one.waits')}</Notice>}
      <p>
        <ButtonLink to="/app/erasures" kind="plain">
          {t('erasure.one.all')}
        </ButtonLink>
      </p>
    </Page>
  )
}

function Facts({ erasure: { reason, requestedOn, decidedOn, seq } }: Pick<ErasurePageProps, 'erasure'>) {
  const { t } = useWords()
  return (
    <dl className="small-print">
      <div>
        <dt>{t('erasure.column.reason')}</dt>
        <dd>{reason}</dd>
      </div>
      <div>
        <dt>{t('erasure.column.requested')}</dt>
        <dd>
          <DayText day={requestedOn} />
        </dd>
      </div>
      {decidedOn && (
        <div>
          <dt>{t('erasure.column.decided')}</dt>
          <dd>
            <DayText day={decidedOn} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('erasure.one.entry')}</dt>
        <dd>{seq}</dd>
      </div>
    </dl>
  )
}

/** Both outcomes stand side by side; each says what follows from it. */
function Decide() {
  const { t } = useWords()
  return (
    <Form method="post">
      <p>{t('erasure.one.ifGranted')}</p>
      <p>{t('erasure.one.ifRefused')}</p>
      <ButtonRow>
        <Button kind="warning" name="verdict" value="granted">
          {t('erasure.one.grant')}
        </Button>
        <Button kind="quiet" name="verdict" value="refused">
          {t('erasure.one.refuse')}
        </Button>
      </ButtonRow>
    </Form>
  )
}
