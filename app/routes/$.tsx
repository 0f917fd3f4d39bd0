/** Every address that does not exist: a page of our own instead of a stack trace. */
export function loader() {
  throw new Response(null, { status: 404 })
}

export default function Nowhere() {
  return null
}
