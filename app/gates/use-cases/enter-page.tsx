import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { DoOrGoBack, Preview } from '~/ui/preview'
import { outputs, type Phase, type PhaseRefusal } from '../phases'

type EnterProps = { useCase: { id: string; name: string; phase: Phase }; next: Phase; refused?: PhaseRefusal }

/** What going on means, before it is done: it cannot be undone. */
export function EnterPage({ useCase: { id, name, phase }, next, refused }: EnterProps) {
  const { t } = useWords()
  const title = t('phases.enter.title', { phase: t(`phases.name.${next}`) })
  const irrevocable = (['forGood', 'ledger'] as const).map(one => t(`phases.enter.${one}`))
  return (
    <Page title={title} kicker={name} lead={t(`phases.explained.${next}`)}>
      {refused && <Notice kind="warning">{t(`gates.refused.${refused}`)}</Notice>}
      <Preview caption={t('phases.enter.caption')} irrevocable={irrevocable}>
        <ul>
          {outputs[phase].map(output => (
            <li key={output}>{t(`phases.output.${output}.name`)}</li>
          ))}
        </ul>
      </Preview>
      <p>{t('phases.enter.keys')}</p>
      <Form method="post">
        <input type="hidden" name="to" value={next} />
        <DoOrGoBack submit={title} back={t('shell.cancel')} backTo={`/app/use-cases/${id}`} />
      </Form>
    </Page>
  )
}
