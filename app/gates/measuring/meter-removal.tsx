import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Page } from '~/ui/page'
import { DoOrGoBack, Preview } from '~/ui/preview'

/** A program that sends measurements, or did. */
export type MeterShown = { id: string; name: string; addedOn: string; removedOn: string | null }

/** What the removal of a program means, before it is done. */
export function MeterRemoval({ meter: { id, name }, home }: { meter: MeterShown; home: string }) {
  const { t } = useWords()
  return (
    <Page title={t('gates.measuring.meters.removeTitle', { name })}>
      <Preview caption={name} irrevocable={[t('gates.measuring.meters.removeSecret')]}>
        <p>{t('gates.measuring.meters.removeText')}</p>
        <p>{t('gates.measuring.meters.removeStays')}</p>
      </Preview>
      <Form method="post" action={home}>
        <input type="hidden" name="meterId" value={id} />
        <DoOrGoBack submit={t('gates.measuring.meters.remove')} back={t('gates.measuring.meters.keep')} backTo={home} />
      </Form>
    </Page>
  )
}
