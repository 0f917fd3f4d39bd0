import { Link } from '@remix-run/react'
import type { Barrier } from 'surveys/five-barriers/v1'
import { guideAddress, guidesAbout } from '~/conversations/guides/rules'
import { useWords } from '~/language/words'
import { hasCriterion, needs, promiseAbout } from './rules'

type NeedCardProps = { barrier: Barrier; mayPromise: boolean; headings: 'h3' | 'h4' }

/** What people need who meet one barrier: first words, first steps, and what makes a commitment of them. */
export function NeedCard({ barrier, mayPromise, headings: Heading }: NeedCardProps) {
  const { t } = useWords()
  return (
    <div className="need-card flow">
      <Heading>{t('readiness.needs.firstSay')}</Heading>
      <blockquote>
        <p>{t(`readiness.needs.say.${barrier}`)}</p>
      </blockquote>
      <Heading>{t('readiness.needs.thenDo')}</Heading>
      <ul>
        {needs[barrier].steps.map(step => (
          <li key={step}>{t(`readiness.needs.do.${step}`)}</li>
        ))}
      </ul>
      <Heading>{t('readiness.needs.hold')}</Heading>
      <Holds barrier={barrier} />
      {mayPromise && (
        <p className="no-print">
          <Link to={promiseAbout(barrier)}>{t('readiness.needs.startPromise')}</Link>
        </p>
      )}
    </div>
  )
}

/** A promise, a condition before go-live where there is one, and the guides for the talk. */
function Holds({ barrier }: { barrier: Barrier }) {
  const { t } = useWords()
  return (
    <dl className="need-holds">
      <dt>{t('readiness.needs.promise')}</dt>
      <dd>{t(`readiness.needs.pledge.${barrier}`)}</dd>
      {hasCriterion(barrier) && (
        <>
          <dt>{t('readiness.needs.gate')}</dt>
          <dd>{t(`readiness.needs.criterion.${barrier}`)}</dd>
        </>
      )}
      <dt>{t('readiness.needs.talk')}</dt>
      {guidesAbout(barrier).map(({ slug }) => (
        <dd key={slug}>
          <Link to={guideAddress(slug)}>{t(`guides.name.${slug}`)}</Link>
        </dd>
      ))}
    </dl>
  )
}
