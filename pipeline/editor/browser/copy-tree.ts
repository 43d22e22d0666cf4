import { type TakenIn, WORKING_COPY } from '../working-copy.ts'

/** The files of a portal in the working copy, as the server told them. */
export class CopyTree {
  readonly portal: string
  private readonly folder: string
  private readonly files: Set<string>

  constructor(portal: string, paths: readonly string[]) {
    this.portal = portal
    this.folder = `content/${portal}/`
    this.files = new Set(paths.map((path) => this.folder + path))
  }

  /** Undefined where nobody offers a working copy: on the public site, or with another server. */
  static async open(portal: string): Promise<CopyTree | undefined> {
    const answer = await fetch(`${WORKING_COPY}${portal}/`).catch(() => undefined)
    if (!answer?.ok) return undefined
    const paths: unknown = await answer.json().catch(() => undefined)
    return Array.isArray(paths) ? new CopyTree(portal, paths) : undefined
  }

  isFile(path: string): boolean {
    return this.files.has(path)
  }

  isFolder(path: string): boolean {
    return [...this.files].some((each) => each.startsWith(`${path}/`))
  }

  /** What stands in a folder: names, each with whether it is a folder. */
  childrenOf(folder: string): Map<string, boolean> {
    const prefix = folder === '' ? '' : `${folder}/`
    const found = new Map<string, boolean>()
    for (const path of this.files) {
      if (!path.startsWith(prefix)) continue
      const [name = '', ...below] = path.slice(prefix.length).split('/')
      found.set(name, below.length > 0)
    }
    return found
  }

  async read(path: string): Promise<Blob> {
    const answer = await fetch(this.address(path))
    if (!answer.ok) throw missing(path)
    return answer.blob()
  }

  async write(path: string, content: Blob): Promise<void> {
    const answer = await fetch(this.address(path), { method: 'PUT', body: content })
    if (!answer.ok) throw new DOMException(await answer.text(), 'NoModificationAllowedError')
    this.files.add(path)
  }

  /** What `congbo check` says of a file; undefined where it could not be asked. */
  async check(path: string): Promise<unknown> {
    const answer = await fetch(this.address(path), { method: 'POST' })
    return answer.ok ? answer.json() : undefined
  }

  /** Makes an article of a Word file; it is in the working copy when this comes back. */
  async takeIn(
    file: File,
    { kind, linhVuc }: { readonly kind: string; readonly linhVuc: string },
  ): Promise<TakenIn> {
    const asked = new URLSearchParams({ ten: file.name, 'the-loai': kind, 'linh-vuc': linhVuc })
    const answer = await fetch(`${WORKING_COPY}${this.portal}/?${asked}`, { method: 'POST', body: file })
    return answer.ok ? answer.json() : { state: 'refused', why: [await answer.text()] }
  }

  private address(path: string): string {
    const parts = [this.portal, ...path.slice(this.folder.length).split('/')]
    return WORKING_COPY + parts.map(encodeURIComponent).join('/')
  }
}

export const missing = (path: string): DOMException => new DOMException(`Không có ${path}`, 'NotFoundError')
