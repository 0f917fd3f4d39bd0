import type { ReactNode } from 'react'

type LockProps = { isTurned: boolean; title: ReactNode; status: ReactNode; children?: ReactNode }

/** One lock: a picture that says by its shape whether the key was turned, and the same in words beside it. */
export function Lock({ isTurned, title, status, children }: LockProps) {
  return (
    <li className="lock" data-turned={isTurned}>
      <LockPicture isTurned={isTurned} />
      <div className="flow">
        <h3>{title}</h3>
        <p className="lock-status">{status}</p>
        {children}
      </div>
    </li>
  )
}

/** Shut: a whole shackle and a keyhole. Turned: a lifted shackle and a tick. */
function LockPicture({ isTurned }: { isTurned: boolean }) {
  return (
    <svg className="lock-picture" viewBox="0 0 48 56" width="48" height="56" aria-hidden="true" focusable="false">
      <path
        d={isTurned ? 'M12 26V16a12 12 0 0 1 23-5' : 'M12 26V18a12 12 0 0 1 24 0v8'}
        fill="none"
        stroke="currentColor"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <rect x="5" y="26" width="38" height="27" rx="3" fill="none" stroke="currentColor" strokeWidth="4" />
      {isTurned ? (
        <path d="m15 39 7 7 12-13" fill="none" stroke="currentColor" strokeWidth="4" />
      ) : (
        <path d="M24 36v8M24 36v.01" fill="none" stroke="currentColor" strokeWidth="6" strokeLinecap="round" />
      )}
    </svg>
  )
}
