/** Where files that people drop into an issue lie, below the address of the forge. */
const PATH = /^\/user-attachments\/(?:assets\/[0-9a-f-]{36}|files\/\d{1,12}\/[^/?#]{1,255})$/i

/** Machines to which GitHub sends whoever asks for such a file. */
const STORES: readonly RegExp[] = [
  /^[a-z0-9-]+\.githubusercontent\.com$/,
  /^github-production-[a-z0-9-]+\.s3\.amazonaws\.com$/,
]

/** Whether an address is that of a file that was dropped into an issue of this forge, over HTTPS, and nothing else. */
export function isAttachment(address: string, server: string): boolean {
  const [url, home] = [parsed(address), parsed(server)]
  return (
    url !== undefined &&
    home !== undefined &&
    url.origin === home.origin &&
    isSafe(url) &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '' &&
    PATH.test(url.pathname) &&
    url.href === address
  )
}

/** Whether the forge may send a reader of such a file on to an address. */
export function mayFollow(address: string, server: string): boolean {
  const [url, home] = [parsed(address), parsed(server)]
  if (!url || !home || !isSafe(url) || url.username !== '' || url.password !== '') return false
  if (url.origin === home.origin) return PATH.test(url.pathname)
  return home.hostname === 'github.com' && url.port === '' && STORES.some((each) => each.test(url.hostname))
}

/** Without encryption only on this machine, where tests run. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1')

function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}
