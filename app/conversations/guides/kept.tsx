import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { Button } from '~/ui/button'
import { Section } from '~/ui/page'
import { readKept, writeKept } from './kept.client'
import { keepOffline } from './offline.client'
import { type GuideSlug, guideAddress, keptFrom } from './rules'

/** Which guides this browser keeps; unknown until the page lives. */
function useKept() {
  const [kept, setKept] = useState<GuideSlug[]>()
  useEffect(() => setKept(keptFrom(readKept())), [])
  const toggle = (slug: GuideSlug) => {
    // Another tab may have kept one meanwhile.
    const now = keptFrom(readKept())
    const next = now.includes(slug) ? now.filter(one => one !== slug) : [...now, slug]
    writeKept(next)
    setKept(next)
  }
  return { kept, toggle }
}

/** Keeps a guide at hand on this device, and says who can see that. Not there without JavaScript. */
export function KeepGuide({ slug }: { slug: GuideSlug }) {
  const { t } = useWords()
  const { kept, toggle } = useKept()
  if (!kept) return null
  return (
    <div className="guide-keep no-print">
      <Button kind="quiet" type="button" onClick={() => toggle(slug)}>
        {t(kept.includes(slug) ? 'guides.keep.forget' : 'guides.keep.keep')}
      </Button>
      <p className="note">{t('guides.keep.hint')}</p>
    </div>
  )
}

/** The guides kept on this device, on top of all others. */
export function KeptGuides() {
  const { t } = useWords()
  const { kept } = useKept()
  if (!kept?.length) return null
  return (
    <Section title={t('guides.keep.title')}>
      <ul>
        {kept.map(slug => (
          <li key={slug}>
            <Link to={guideAddress(slug)}>{t(`guides.name.${slug}`)}</Link>
          </li>
        ))}
      </ul>
      <p className="note">{t('guides.keep.hint')}</p>
    </Section>
  )
}

/** Lays the cards on this device for where there is no internet, and says so once they lie there. */
export function OfflineNote() {
  const { t } = useWords()
  const [isThere, setIsThere] = useState(false)
  useEffect(() => void keepOffline().then(setIsThere), [])
  return isThere ? <p className="note no-print">{t('guides.keep.offline')}</p> : null
}
