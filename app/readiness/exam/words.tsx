import { examRoleLabels } from 'surveys/self-exam/v1'
import { useWords } from '~/language/words'
import type { ExamPart } from './rules'

/** Returns the name of a part of the exam: that of a role, or of what management answers together. */
export function usePartName(): (part: ExamPart) => string {
  const { t, language } = useWords()
  return part => {
    if (part === 'together') return t('readiness.exam.together')
    const role = examRoleLabels[part][language]
    return t('readiness.exam.ofRole', { role })
  }
}
