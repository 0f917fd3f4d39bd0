import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Preview, PublishOrChange } from '~/ui/preview'
import type { VetoMove } from '../vetoes'
import type { VetoInFull, VetoPromise } from './shown'

/** What management can do with a veto. */
type ManagementMove = Extract<VetoMove, 'answer' | 'accept' | 'override'>
type PreviewProps = { veto: VetoInFull; move: ManagementMove; reason: string; name: string; promise?: VetoPromise }

/** The second step: as it will stand there, with everything that cannot be undone. */
export function ActPreview({ veto, move, reason, name, promise }: PreviewProps) {
  const { t } = useWords()
  const who = move === 'override' ? t('vetoes.side.director', { name }) : t('vetoes.side.management')
  const breaks = promise && t(promise.isBroken ? 'vetoes.act.alreadyBroken' : 'vetoes.act.breaks', promise)
  const irrevocable = {
    answer: [],
    accept: [t('vetoes.act.never')],
    override: [...(breaks ? [breaks] : []), t('vetoes.act.named', { name }), t('vetoes.act.opens')],
  }[move]
  return (
    <>
      <Preview irrevocable={[...irrevocable, t('vetoes.act.forGood')]}>
        <h2>{who}</h2>
        <p>{t('vetoes.list.step', { pct: veto.targetPct, gate: veto.gate.name })}</p>
        <p className="register-text">{reason}</p>
      </Preview>
      <Form method="post">
        <input type="hidden" name="move" value={move} />
        <input type="hidden" name="reason" value={reason} />
        <PublishOrChange publish={t(`vetoes.act.${move}.submit`)} change={t('vetoes.act.change')} />
      </Form>
    </>
  )
}
