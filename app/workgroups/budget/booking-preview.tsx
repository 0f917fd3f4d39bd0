import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { mediaTypes } from '~/promises/evidence/kinds'
import { FileFacts } from '~/promises/evidence/promise-evidence'
import { useAmountsInWords } from '~/ui/amount'
import { Preview, PublishOrChange } from '~/ui/preview'
import type { BookingPageProps, Looked } from './booking-page'

type PreviewProps = Omit<BookingPageProps, 'looked'> & { looked: Looked }

/** What a booking will do, in words, before it is done for good. */
export function BookingPreview({ deed, budget, looked, decisions, original }: PreviewProps) {
  const { t } = useWords()
  const { money } = useAmountsInWords()
  const { amount, cents, decision, what, file } = looked
  const own = decisions.find(({ proposalId }) => proposalId === decision)
  const irrevocable = [t('budget.form.forGood'), ...(deed === 'cut' ? [t('budget.form.cutIsPublic')] : [])]
  const said = { money: money(original?.cents ?? cents), title: own?.title ?? '', number: original?.number ?? 0 }
  return (
    <>
      <Preview caption={t('budget.form.caption')} irrevocable={irrevocable}>
        <p>{t(`budget.deed.${deed}.does`, said)}</p>
        <p>{what}</p>
        {file && <ReceiptLooked file={file} what={what} />}
        <p className="note">
          {t('budget.form.now', { free: money(budget.balances.free), committed: money(budget.balances.committed) })}
        </p>
      </Preview>
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="seen" value={budget.booked} />
        <input type="hidden" name="amount" value={amount} />
        <input type="hidden" name="decision" value={decision} />
        <input type="hidden" name="what" value={what} />
        {file && <SealedFile file={file} />}
        <PublishOrChange publish={t(`budget.deed.${deed}.book`)} change={t('budget.form.change')} />
      </Form>
    </>
  )
}

type FileProps = { file: NonNullable<Looked['file']> }

function SealedFile({ file: { name, kind, seal, content } }: FileProps) {
  return (
    <>
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="seal" value={seal} />
      <textarea name="content" defaultValue={content} hidden readOnly />
    </>
  )
}

function ReceiptLooked({ file, what }: FileProps & { what: string }) {
  const isPicture = file.kind === 'png' || file.kind === 'jpg'
  return (
    <>
      {isPicture && (
        <img className="evidence-picture" src={`data:${mediaTypes[file.kind]};base64,${file.content}`} alt={what} />
      )}
      <FileFacts file={file} />
    </>
  )
}
