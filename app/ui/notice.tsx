import type { ReactNode } from 'react'

type NoticeProps = { kind?: 'info' | 'warning' | 'done'; title?: ReactNode; children?: ReactNode }

/** Says one thing apart from the text; announced politely when it appears. */
export function Notice({ kind = 'info', title, children }: NoticeProps) {
  return (
    <div className="notice" data-kind={kind} role="status">
      {title && <p className="notice-title">{title}</p>}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
