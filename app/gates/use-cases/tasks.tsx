import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Section } from '~/ui/page'
import type { Phase } from '../phases'
import { rhythmOf, type Suggestion, suggestedIn } from './rules'
import type { Task } from './use-case'

type TasksProps = { useCaseId: string; phase: Phase; tasks: readonly Task[]; may: { walk: boolean; plan: boolean } }

/** What is done again and again against known pitfalls, when it is due, and what would help besides. */
export function Tasks({ useCaseId, phase, tasks, may }: TasksProps) {
  const { t } = useWords()
  const home = `/app/use-cases/${useCaseId}`
  return (
    <Section title={t('phases.tasks.title')} id="tasks">
      <p>{t(tasks.length === 0 ? 'phases.tasks.none' : 'phases.tasks.lead')}</p>
      <ul className="promise-list">
        {tasks.map(task => (
          <li key={task.id}>
            <TaskText task={task} />
            {may.plan && (
              <p className="no-print">
                <Link to={`${home}/tasks/${task.id}`}>
                  {t(may.walk ? 'phases.tasks.did' : 'phases.tasks.change')}
                  <span className="only-read-aloud">: {task.words}</span>
                </Link>
              </p>
            )}
          </li>
        ))}
      </ul>
      {may.plan && <Suggested home={home} phase={phase} tasks={tasks} />}
      <p>
        <Link to={`${home}/retro`}>{t('phases.retro.link')}</Link>
      </p>
    </Section>
  )
}

/** A task with who does it, when it is due, and the last time. */
export function TaskText({ task: { words, who, everyDays, nextDueOn, isLate, done } }: { task: Task }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const date = inWords(nextDueOn, 'long')
  const [last] = done
  return (
    <>
      <p>
        <strong>{words}</strong>
      </p>
      <p className="note">{t('phases.tasks.rhythm', { who, count: everyDays })}</p>
      <p className="board-until" data-late={isLate || undefined}>
        {t(isLate ? 'phases.tasks.late' : 'phases.tasks.due', { date })}
      </p>
      {last && (
        <p className="note">
          {t('phases.tasks.last', { date: inWords(last.doneOn, 'short') })} {last.note}
        </p>
      )}
    </>
  )
}

type SuggestedProps = { home: string; phase: Phase; tasks: readonly Task[] }

/** What helps in this phase and is not done yet; a tap fills in the form. */
function Suggested({ home, phase, tasks }: SuggestedProps) {
  const { t } = useWords()
  const isDone = (one: Suggestion) => tasks.some(({ words }) => words === t(`phases.suggested.${one}.words`))
  const left = suggestedIn(phase).filter(one => !isDone(one))
  return (
    <div className="no-print flow">
      {left.length > 0 && <h3>{t('phases.tasks.suggested')}</h3>}
      <ul>
        {left.map(one => (
          <li key={one}>
            <Link to={`${home}/tasks/new?as=${one}`}>{t(`phases.suggested.${one}.words`)}</Link>{' '}
            <span className="note">{t('phases.tasks.every', { count: rhythmOf(phase, one) })}</span>
          </li>
        ))}
      </ul>
      <ButtonRow>
        <ButtonLink to={`${home}/tasks/new`} kind="quiet">
          {t('phases.tasks.add')}
        </ButtonLink>
      </ButtonRow>
    </div>
  )
}
