import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { Preview, PublishOrChange } from '~/ui/preview'
import { Answers } from './answers'
import type { SelfCheckShown } from './page'
import { missingLines } from './rules'

/** As staff will read it, with what cannot be undone. */
export function HandIn({ check: { lines, written, text }, maySign }: { check: SelfCheckShown; maySign: boolean }) {
  const { t } = useWords()
  const missing = missingLines(lines, written).length
  const irrevocable = (['withResult', 'forGood', 'inLedger'] as const).map(one => t(`readiness.selfCheck.${one}`))
  return (
    <>
      <Preview caption={t('readiness.selfCheck.previewCaption')} irrevocable={irrevocable}>
        <Answers lines={lines} written={written} />
      </Preview>
      {missing > 0 && <Notice kind="warning">{t('readiness.selfCheck.missingLines', { count: missing })}</Notice>}
      {!maySign && <Notice>{t('readiness.selfCheck.onlyExecutive')}</Notice>}
      <Form method="post">
        <input type="hidden" name="seen" value={text} />
        <PublishOrChange
          publish={t('readiness.selfCheck.handIn')}
          change={t('readiness.selfCheck.change')}
          step="handIn"
          mayPublish={maySign && missing === 0}
        />
      </Form>
    </>
  )
}
