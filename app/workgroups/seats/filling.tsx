import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { Section } from '~/ui/page'
import { DoOrGoBack, Preview } from '~/ui/preview'
import type { DrawShown, SeatsShown } from '../shown'
import { Composition } from './composition'

type FillingProps = { seats: SeatsShown; groupId: string; draw?: DrawShown; isRunning: boolean }

/** What may be done about seats that are free: seat who is next, seat all who offer, or announce a draw. */
export function Filling({ seats, groupId, draw, isRunning }: FillingProps) {
  const { t } = useWords()
  const { free, waiting = 0 } = seats
  const isTold = seats.rules.some(rule => rule.offered !== undefined)
  const back = `/app/groups/${groupId}`
  if (isRunning) return null
  if (free === 0) return <p>{t('groups.fill.full')}</p>
  return (
    <Section title={t('groups.fill.title')}>
      <p>
        {t('groups.members.free', { count: free })} {t('groups.fill.waiting', { count: waiting })}
      </p>
      <Composition seats={seats} />
      {waiting > 0 && seats.rules.length > 0 && !isTold && <p className="note">{t('groups.composition.few')}</p>}
      {draw?.held && (
        <Deed deed="seatNext" back={back}>
          <p>{t('groups.fill.seatNextText')}</p>
        </Deed>
      )}
      {waiting > 0 && waiting <= free && (
        <Deed deed="seatAll" back={back}>
          <p>{t('groups.fill.seatAllText', { count: waiting })}</p>
        </Deed>
      )}
      {waiting > free && (
        <Deed deed="announce" back={back}>
          <p>{t('groups.fill.announceText', { free, waiting })}</p>
        </Deed>
      )}
    </Section>
  )
}

type DeedProps = { deed: 'seatAll' | 'announce' | 'seatNext'; back: string; children: ReactNode }

/** One deed with what it does and what cannot be undone. */
function Deed({ deed, back, children }: DeedProps) {
  const { t } = useWords()
  return (
    <>
      <Preview caption={t(`groups.fill.${deed}`)} irrevocable={[t(`groups.fill.${deed}Lasts`)]}>
        {children}
      </Preview>
      <Form method="post">
        <input type="hidden" name="deed" value={deed} />
        <DoOrGoBack submit={t(`groups.fill.${deed}`)} back={t('groups.fill.back')} backTo={back} />
      </Form>
    </>
  )
}
