import { useSearchParams } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { TextField } from '~/ui/field'
import { Page } from '~/ui/page'

/** Says that an exercise is over, or that it never was: the difference is nobody's business. */
export function GonePage({ waitSeconds }: { waitSeconds?: number }) {
  const { t } = useWords()
  if (waitSeconds)
    return (
      <Page title={t('readiness.exercise.slower')} lead={t('readiness.exercise.waitFirst', { count: waitSeconds })} />
    )
  return <Page title={t('readiness.exercise.gone')} lead={t('readiness.exercise.goneText')} />
}

/** Where somebody types the code that stands on the screen. */
export function CodePage({ isWrong }: { isWrong: boolean }) {
  const { t } = useWords()
  const language = useSearchParams()[0].get('lang')
  return (
    <Page title={t('readiness.exercise.join')} lead={t('readiness.exercise.joinLead')}>
      <form>
        {language && <input type="hidden" name="lang" value={language} />}
        <TextField
          name="code"
          label={t('readiness.exercise.code')}
          hint={t('readiness.exercise.codeHint')}
          error={isWrong ? t('readiness.exercise.wrongCode') : undefined}
          width="short"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <ButtonRow>
          <Button>{t('readiness.exercise.go')}</Button>
        </ButtonRow>
      </form>
    </Page>
  )
}
