import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { placeId } from '~/ledger/erasures/entry-places'
import { Gone } from '~/ledger/erasures/erased-words'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import type { DrawShown, GroupShown, OwnStanding, SeatsShown } from '../shown'
import { DrawResult } from './draw-result'
import { Filling } from './filling'
import { LotList } from './lot-list'

export type SeatRefusal =
  | 'noSuchGroup'
  | 'groupEnded'
  | 'drawRunning'
  | 'voteRunning'
  | 'seatsKept'
  | 'nobodyOffers'
  | 'moreThanSeats'
  | 'seatsForAll'
  | 'noSeatFree'
  | 'noDraw'
  | 'nobodyLeft'
type DrawPageProps = {
  group: GroupShown
  seats: SeatsShown
  own: OwnStanding
  draw?: DrawShown
  refused?: SeatRefusal
}

/** How the seats of a group are filled: all who offer, or by lot in public, so that anybody can draw again. */
export function DrawPage({ group, seats, own, draw, refused }: DrawPageProps) {
  const { t } = useWords()
  const isRunning = draw !== undefined && !draw.held
  return (
    <Page
      kicker={<Link to={`/app/groups/${group.id}`}>{group.name}</Link>}
      title={t('groups.draw.title')}
      lead={t('groups.draw.lead')}
    >
      {refused && <Notice kind="warning">{t(`groups.refused.${refused}`)}</Notice>}
      {own.maySeat && group.state !== 'ended' && (
        <Filling seats={seats} groupId={group.id} draw={draw} isRunning={isRunning} />
      )}
      {!draw && !own.maySeat && <EmptyState title={t('groups.draw.none')}>{t('groups.draw.noneText')}</EmptyState>}
      {draw && draw.list.lots.length === 0 && (
        <p>
          <Gone of="draw" id={placeId(group.id, draw.announcedSeq)} part="list" />
        </p>
      )}
      {draw && draw.list.lots.length > 0 && (
        <>
          {isRunning && <Waiting draw={draw} />}
          {own.number && <Notice>{t('groups.draw.yours', { number: own.number })}</Notice>}
          {draw.held && <DrawResult list={draw.list} held={draw.held} />}
          <LotList draw={draw} />
        </>
      )}
    </Page>
  )
}

/** What the draw waits for, which nobody in the house can know. */
function Waiting({ draw }: { draw: DrawShown }) {
  const { t } = useWords()
  const { witness } = draw.list
  return (
    <Section title={t('groups.draw.waiting')}>
      <p>{witness ? t('groups.draw.forWitness', { name: witness }) : t('groups.draw.forEntry')}</p>
      {!witness && <p className="note">{t('groups.draw.noWitness')}</p>}
      <p>{t('groups.draw.byItself')}</p>
    </Section>
  )
}
