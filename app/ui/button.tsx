import { Link } from '@remix-run/react'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'

/** `main` is the one next step of a page; `quiet` and `plain` stand beside it; `warning` does what cannot be undone. */
export type ButtonKind = 'main' | 'quiet' | 'plain' | 'warning'

type ButtonProps = ComponentPropsWithoutRef<'button'> & { kind?: ButtonKind; busy?: boolean }

/** Sends a form, unless told otherwise. While `busy` it stays in reach of the keyboard and does nothing. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { kind = 'main', busy = false, type = 'submit', onClick, className = '', ...rest } = props
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={`button ${className}`.trim()}
      data-kind={kind}
      aria-disabled={busy || undefined}
      onClick={busy ? event => event.preventDefault() : onClick}
    />
  )
})

type ButtonLinkProps = ComponentPropsWithoutRef<'a'> & { to: string; kind?: ButtonKind; wholePage?: boolean }

/** Goes somewhere and looks like a button. `wholePage` for addresses outside the app, such as the ballot. */
export function ButtonLink({ to, kind = 'main', wholePage = false, className = '', ...rest }: ButtonLinkProps) {
  const look = { className: `button ${className}`.trim(), 'data-kind': kind }
  return wholePage ? <a {...rest} {...look} href={to} /> : <Link {...rest} {...look} to={to} />
}

/** Sets buttons side by side, and below each other on a phone. */
export const ButtonRow = ({ children }: { children: ReactNode }) => <div className="button-row">{children}</div>
