import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { WordsOrGone } from '~/ledger/erasures/erased-words'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { Page } from '~/ui/page'
import { Table } from '~/ui/table'
import type { ProposalLine } from './shown'
import { ProposalStateWord } from './state-word'

type ListProps = { group: { id: string; name: string }; lines: readonly ProposalLine[]; isMember: boolean }

/** What a working group discusses, votes on and decided. */
export function ProposalListPage({ group, lines, isMember }: ListProps) {
  const { t } = useWords()
  return (
    <Page
      kicker={<Link to={`/app/groups/${group.id}`}>{group.name}</Link>}
      title={t('votes.title')}
      lead={t('votes.listLead')}
    >
      {lines.length === 0 ? (
        <EmptyState title={t('votes.none')}>{t('votes.noneText')}</EmptyState>
      ) : (
        <Lines lines={lines} />
      )}
      {isMember && (
        <p>
          <ButtonLink to={`/app/groups/${group.id}/proposals/new`}>{t('votes.new.title')}</ButtonLink>
        </p>
      )}
    </Page>
  )
}

function Lines({ lines }: Pick<ListProps, 'lines'>) {
  const { t } = useWords()
  const columns = [
    { label: t('votes.column.title'), cell: (one: ProposalLine) => <TitleCell one={one} /> },
    { label: t('votes.column.subject'), cell: (one: ProposalLine) => t(`votes.subject.${one.subject}`) },
    { label: t('votes.column.state'), cell: (one: ProposalLine) => <ProposalStateWord state={one.state} /> },
    { label: t('votes.column.when'), cell: (one: ProposalLine) => <When one={one} /> },
  ]
  return <Table caption={t('votes.title')} captionHidden columns={columns} rows={lines} keyOf={({ id }) => id} />
}

function TitleCell({ one }: { one: ProposalLine }) {
  const { t } = useWords()
  return (
    <>
      <Link to={`/app/proposals/${one.id}`}>
        <WordsOrGone words={one.title} of="proposal" id={one.id} part="title" />
      </Link>
      {one.isWaitingForYou && <strong> {t('votes.yourTurn')}</strong>}
    </>
  )
}

function When({ one }: { one: ProposalLine }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  if (one.closedOn) return t('votes.when.closed', { date: inWords(one.closedOn, 'short') })
  if (one.closes) return t('votes.when.voting', { date: inWords(one.closes.day, 'short') })
  return t('votes.when.discussion', { date: inWords(one.proposedOn, 'short') })
}
