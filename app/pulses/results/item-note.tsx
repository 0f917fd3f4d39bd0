import { Link } from '@remix-run/react'
import { isAboutTalks } from 'surveys/after-talk/v1'
import { isAboutPlan } from 'surveys/peer-poll/v1'
import { useWords } from '~/language/words'

/** Says of a question that came along for somebody why it is asked, and whom it does not count. */
export function ItemNote({ item }: { item: { id: string } }) {
  const { t } = useWords()
  if (isAboutTalks(item)) return <p className="note">{t('afterTalk.note')}</p>
  if (!isAboutPlan(item)) return null
  return (
    <p className="note">
      {t('votes.poll.note')} <Link to={`/app/proposals/${item.id}`}>{t('votes.poll.toPlan')}</Link>
    </p>
  )
}
