import { useWords } from '~/language/words'
import type { FormFailure } from '~/ui/form-problems'
import { Page } from '~/ui/page'
import { PartText } from '../small-print'
import { EvidencePreview, type Looked } from './evidence-preview'
import { EvidenceWriting } from './evidence-writing'
import type { FileRefusal } from './kinds'

type EvidencePageProps = {
  promise: { id: string; now: { text: string } }
  failed?: FormFailure
  refused?: FileRefusal
  looked?: Looked
}

/** Where something is added by which anybody can see how a promise stands: choose it, see what is left of it, publish it. */
export function EvidencePage({ promise, looked, ...rest }: EvidencePageProps) {
  const { t } = useWords()
  return (
    <Page title={t('evidence.title', { id: promise.id })} lead={<PartText part="text" words={promise.now} />}>
      {looked ? <EvidencePreview {...looked} /> : <EvidenceWriting back={`/app/promises/${promise.id}`} {...rest} />}
    </Page>
  )
}
