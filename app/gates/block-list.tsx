import { useWords } from '~/language/words'
import type { Block } from './rules'

/** Everything that holds a step, each with who can do something about it. */
export function BlockList({ blocks }: { blocks: readonly Block[] }) {
  const { t } = useWords()
  if (blocks.length === 0) return null
  return (
    <ul>
      {blocks.map(block => (
        <li key={block}>
          <strong>{t(`gates.refused.${block}`)}</strong> {t(`gates.block.${block}.who`)}
        </li>
      ))}
    </ul>
  )
}
