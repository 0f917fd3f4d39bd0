import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { DayText } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview } from '~/ui/preview'
import type { ProposalDeed, ProposalRefusal, WitnessKind, WitnessState } from '../witness'

type ProposalPageProps = {
  proposal: {
    name: string
    key: string
    of: WitnessKind
    state: WitnessState
    fingerprint: string
    proposedOn: string
    registeredOn: string | null
  }
  deeds: readonly ProposalDeed[]
  /** Whether the reader registered this key: then somebody else confirms it. */
  isRegistrar: boolean
  isProposer: boolean
  refused?: ProposalRefusal | 'nameTaken'
}

/** A key on its way to becoming a witness: compare it, then say yes or no. */
export function ProposalPage({ proposal, deeds, isRegistrar, isProposer, refused }: ProposalPageProps) {
  const { t } = useWords()
  const { name, state } = proposal
  const deed = deeds.find(each => each !== 'refuse')
  const irrevocable = deed === 'confirm' ? [t('witness.proposal.public'), t('witness.proposal.waits')] : []
  const isSamePerson = state === 'registered' && isRegistrar && deed === undefined
  return (
    <Page
      kicker={<Link to="/app/witnesses">{t('witness.list.title')}</Link>}
      title={t('witness.proposal.title', { name })}
    >
      {refused && <Notice kind="warning">{t(`witness.refused.${refused}`)}</Notice>}
      <p>{t(`witness.proposal.now.${state}`)}</p>
      {isSamePerson && <Notice>{t('witness.refused.sameHands')}</Notice>}
      {deed && <p>{t(`witness.proposal.${deed}Text`)}</p>}
      {deed === 'confirm' && (
        <p>{t(isProposer ? 'witness.proposal.compareOwn' : 'witness.proposal.compareOther', { name })}</p>
      )}
      <Preview caption={t('witness.proposal.caption')} irrevocable={irrevocable}>
        <KeyFacts proposal={proposal} />
      </Preview>
      <Deeds deeds={deeds} />
    </Page>
  )
}

function Deeds({ deeds }: Pick<ProposalPageProps, 'deeds'>) {
  const { t } = useWords()
  return (
    <Form method="post">
      <ButtonRow>
        {deeds.map(deed => (
          <Button key={deed} kind={deed === 'refuse' ? 'warning' : 'main'} name="deed" value={deed}>
            {t(`witness.proposal.${deed}`)}
          </Button>
        ))}
        <ButtonLink kind="quiet" to="/app/witnesses">
          {t('shell.back')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  )
}

function KeyFacts({ proposal }: Pick<ProposalPageProps, 'proposal'>) {
  const { t } = useWords()
  const { name, of, fingerprint, key, proposedOn } = proposal
  const facts = {
    name,
    of: t(`witness.kind.${of}`),
    fingerprint: <code>{fingerprint}</code>,
    key: <code>{key}</code>,
    proposedOn: <DayText day={proposedOn} />,
  }
  return (
    <dl className="limits">
      {(['name', 'of', 'fingerprint', 'key', 'proposedOn'] as const).map(fact => (
        <div key={fact}>
          <dt>{t(`witness.list.${fact}`)}</dt>
          <dd>{facts[fact]}</dd>
        </div>
      ))}
    </dl>
  )
}
