import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'

/** Says that somebody tried too often, and how long to wait. */
export function TryAgainLater({ waitSeconds }: { waitSeconds: number }) {
  const { t } = useWords()
  const sentence =
    waitSeconds <= 90
      ? t('people.tooMany.seconds', { count: waitSeconds })
      : t('people.tooMany.minutes', { count: Math.ceil(waitSeconds / 60) })
  return <Notice kind="warning">{sentence}</Notice>
}
