import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { DayText, useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import type { ListenerOnPage, Moment } from './listener-on-page'

/** A program that listens: how telling it goes, and what can be done with it. */
export function ListenerEntry({ listener, home }: { listener: ListenerOnPage; home: string }) {
  const { t } = useWords()
  const day = useDayInWords()
  const { id, address, addedOn, state, told, next } = listener
  const isFailing = state === 'failing' || state === 'givenUp'
  const moment = (at: Moment | null) => at && { day: day(at.day, 'short'), time: at.time }
  return (
    <article className="register-entry">
      <h2>
        <code>{address}</code>
      </h2>
      {isFailing && <Notice kind="warning">{t(`gates.machine.state.${state}`, moment(next) ?? {})}</Notice>}
      {state === 'waiting' && <p>{t('gates.machine.state.waiting')}</p>}
      {told && <p>{t('gates.machine.told', { ...moment(told), pct: told.pct })}</p>}
      {!told && isFailing && <p>{t('gates.machine.neverTold')}</p>}
      <p className="note">
        {t('gates.machine.added')} <DayText day={addedOn} />
      </p>
      <Form method="post" action={home}>
        <input type="hidden" name="listenerId" value={id} />
        <ButtonRow>
          <Button kind="quiet" name="deed" value="tell">
            {t('gates.machine.tell')}
          </Button>
          <Link to={`${home}?remove=${id}`} aria-label={t('gates.machine.removeNamed', { address })}>
            {t('gates.machine.remove')}
          </Link>
        </ButtonRow>
      </Form>
    </article>
  )
}
