import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useAmountsInWords } from '~/ui/amount'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useZodForm } from '~/ui/use-zod-form'
import { rosterFileForm } from './form'
import { useWeekInWords } from './hours-flags'
import type { RosterDifference, RosterProblem } from './import'
import type { RosterRefusal } from './rules'

type Looked = { text: string; differences: RosterDifference[]; problems: RosterProblem[]; seen: string }
type ImportPageProps = {
  group: { id: string; name: string }
  failed?: FormFailure
  looked?: Looked
  refused?: RosterRefusal
}

/** Three steps on one address: choose a roster, look at what it changes, enter it. */
export function RosterImportPage({ group, failed, looked, refused }: ImportPageProps) {
  const { t } = useWords()
  const isSound = looked && looked.problems.length === 0
  return (
    <Page title={t('groupHours.import.title')} kicker={group.name} lead={t('groupHours.import.lead')}>
      {refused && <Notice kind="warning">{t(`groupHours.refused.${refused}`)}</Notice>}
      {looked && !isSound && <Problems problems={looked.problems} />}
      {isSound ? <Confirmation looked={looked} groupId={group.id} /> : <Upload failed={failed} />}
    </Page>
  )
}

function Upload({ failed }: { failed?: FormFailure }) {
  const { t } = useWords()
  const { formProps, field, errors } = useZodForm(rosterFileForm, { failed })
  const { defaultValue: _, ...file } = field('file')
  return (
    <Form {...formProps} encType="multipart/form-data" className="flow">
      <ErrorSummary errors={errors} />
      <TextField
        {...file}
        type="file"
        accept=".csv,.txt,.xlsx,text/csv"
        label={t('groupHours.import.file')}
        hint={t('groupHours.import.fileHint')}
      />
      <ButtonRow>
        <Button>{t('groupHours.import.look')}</Button>
      </ButtonRow>
    </Form>
  )
}

/** Lines with something wrong that are shown; the rest is mended with them. */
const problemsShown = 50

function Problems({ problems }: { problems: RosterProblem[] }) {
  const { t } = useWords()
  const say = ({ line, reason }: RosterProblem) => {
    const what = t(`groupHours.import.problem.${reason}`)
    return line === 0 ? what : t('groupHours.import.onLine', { line, what })
  }
  return (
    <div className="error-summary" role="alert">
      <h2>{t('groupHours.import.problems', { count: problems.length })}</h2>
      <ul>
        {problems.slice(0, problemsShown).map(problem => (
          <li key={`${problem.line} ${problem.reason}`}>{say(problem)}</li>
        ))}
      </ul>
    </div>
  )
}

function Confirmation({ looked, groupId }: { looked: Looked; groupId: string }) {
  const { t } = useWords()
  const { text, seen, differences } = looked
  const count = differences.length
  const title = count === 0 ? t('groupHours.import.nothing') : t('groupHours.import.changes', { count })
  return (
    <Section title={title}>
      {count > 0 && (
        <>
          <Differences title={title} differences={differences} />
          <Form method="post" encType="multipart/form-data" className="flow">
            <textarea name="text" defaultValue={text} hidden readOnly />
            <input type="hidden" name="seen" value={seen} />
            <ButtonRow>
              <Button>{t('groupHours.import.apply')}</Button>
            </ButtonRow>
          </Form>
        </>
      )}
      <p>
        <Link to={`/app/groups/${groupId}/hours/import`} reloadDocument>
          {t('groupHours.import.another')}
        </Link>
      </p>
    </Section>
  )
}

function Differences({ title, differences }: { title: string; differences: RosterDifference[] }) {
  const { t } = useWords()
  const { hours } = useAmountsInWords()
  const inWords = useWeekInWords()
  const columns: Column<RosterDifference>[] = [
    { label: t('groupHours.import.member'), cell: ({ name }) => name },
    { label: t('groupHours.weeks.week'), cell: ({ week }) => inWords(week) },
    { label: t('groupHours.import.before'), cell: ({ before }) => hours(before), number: true },
    { label: t('groupHours.import.after'), cell: ({ after }) => hours(after), number: true },
  ]
  const key = (one: RosterDifference) => `${one.week} ${one.name}`
  return <Table caption={title} captionHidden columns={columns} rows={differences} keyOf={key} />
}
