import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { DoOrGoBack, Preview } from '~/ui/preview'
import type { DrawShown, SeatsShown } from '../shown'
import { Composition } from './composition'
import { FreeSeats } from './free-seats'

type FillingProps = { seats: SeatsShown; groupId: string; draw?: DrawShown; isRunning: boolean }

/** What may be done about seats that are free: seat who is next, seat all who offer, or announce a draw. */
export function Filling({ seats, groupId, draw, isRunning }: FillingProps) {
  const { t } = useWords()
  const { free, waiting = 0, room = 0 } = seats
  const isTold = seats.rules.some(rule => rule.offered !== undefined)
  if (isRunning) return null
  if (free === 0) return <p>{t('groups.fill.full')}</p>
  return (
    <Section title={t('groups.fill.title')}>
      <FreeSeats seats={seats} />
      <p>{t('groups.fill.waiting', { count: waiting })}</p>
      <Composition seats={seats} />
      {waiting > 0 && seats.rules.length > 0 && !isTold && <p className="note">{t('groups.composition.few')}</p>}
      {seats.isVoting && <Notice>{t('groups.refused.voteRunning')}</Notice>}
      {!seats.isVoting && <Deeds {...{ groupId, draw, waiting, room }} />}
    </Section>
  )
}

type DeedsProps = Pick<FillingProps, 'groupId' | 'draw'> & { waiting: number; room: number }

function Deeds({ groupId, draw, waiting, room }: DeedsProps) {
  const { t } = useWords()
  const back = `/app/groups/${groupId}`
  return (
    <>
      {draw?.held && (
        <Deed deed="seatNext" back={back}>
          <p>{t('groups.fill.seatNextText')}</p>
        </Deed>
      )}
      {waiting > 0 && room === 0 && <Notice>{t('groups.refused.seatsKept')}</Notice>}
      {waiting > 0 && waiting <= room && (
        <Deed deed="seatAll" back={back}>
          <p>{t('groups.fill.seatAllText', { count: waiting })}</p>
        </Deed>
      )}
      {room > 0 && waiting > room && (
        <Deed deed="announce" back={back}>
          <p>{t('groups.fill.announceText', { free: room, waiting })}</p>
        </Deed>
      )}
    </>
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
