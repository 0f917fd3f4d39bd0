import { useWords } from '~/language/words'
import { EvidencePreview, type Looked } from '~/promises/evidence/evidence-preview'
import { EvidenceWriting } from '~/promises/evidence/evidence-writing'
import type { FileRefusal } from '~/promises/evidence/kinds'
import type { FormFailure } from '~/ui/form-problems'
import { Page } from '~/ui/page'
import type { Shown } from '../phases'

type Answer = { failed?: FormFailure; refused?: FileRefusal; looked?: Looked }
type ShowProps = Answer & { useCase: { id: string; name: string }; output: Shown }

/** Where somebody shows that a phase brought something: in words, with a link or a file, seen before it stands there. */
export function ShowPage({ useCase, output, looked, ...rest }: ShowProps) {
  const { t } = useWords()
  return (
    <Page title={t(`phases.output.${output}.name`)} kicker={useCase.name} lead={t(`phases.output.${output}.missing`)}>
      {looked ? <EvidencePreview {...looked} /> : <EvidenceWriting back={`/app/use-cases/${useCase.id}`} {...rest} />}
    </Page>
  )
}
