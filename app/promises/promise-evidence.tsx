import { useWords } from '~/language/words'
import { DayText } from '~/ui/day'
import { Section } from '~/ui/page'
import type { PromiseInFull } from './register'

/** What anybody can go and look at. */
export function Evidence({ promise: { events } }: { promise: PromiseInFull }) {
  const { t } = useWords()
  const shown = events.filter(({ kind }) => kind === 'evidence')
  return (
    <Section title={t('promises.page.evidence')}>
      {shown.length === 0 && <p>{t('promises.page.noEvidence')}</p>}
      {shown.map(({ version, happenedOn, side, note }) => (
        <div className="register-entry" key={version}>
          <p className="note">
            <DayText day={happenedOn} /> · {t(`promises.side.${side}`)}
          </p>
          <p>
            <WithLinks text={note} />
          </p>
        </div>
      ))}
    </Section>
  )
}

/** Makes the web addresses in a text into links; nothing else in it means anything. */
function WithLinks({ text }: { text: string }) {
  const at = text.search(/https?:\/\//)
  if (at < 0) return <>{text}</>
  const address = /^[^\s<>"]+/.exec(text.slice(at))![0]
  return (
    <>
      {text.slice(0, at)}
      <a href={address} rel="noreferrer nofollow">
        {address}
      </a>
      <WithLinks text={text.slice(at + address.length)} />
    </>
  )
}
