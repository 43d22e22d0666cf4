import { type CopyTree, missing } from './copy-tree.ts'

/**
 * The working copy that `npm start` offers, in the shape of a folder that a browser lets somebody pick (File System Access, WICG):
 * so the form works on it in any browser, and nobody has to say where the repository lies. Only what the program calls is here.
 */
export class CopyFolder {
  readonly kind = 'directory'
  readonly path: string
  readonly name: string
  private readonly tree: CopyTree

  constructor(tree: CopyTree, path: string) {
    this.tree = tree
    this.path = path
    this.name = path.split('/').at(-1) ?? ''
  }

  async requestPermission(): Promise<'granted'> {
    return 'granted'
  }

  async *entries(): AsyncGenerator<[string, CopyFolder | CopyFile]> {
    for (const [name, isFolder] of this.tree.childrenOf(this.path)) {
      const path = join(this.path, name)
      yield [name, isFolder ? new CopyFolder(this.tree, path) : new CopyFile(this.tree, path)]
    }
  }

  [Symbol.asyncIterator](): AsyncGenerator<[string, CopyFolder | CopyFile]> {
    return this.entries()
  }

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<CopyFolder> {
    const path = join(this.path, name)
    // The program looks for `.git` to see that the root of a repository was picked: this is one.
    if (!create && path !== '.git' && !this.tree.isFolder(path)) throw missing(path)
    return new CopyFolder(this.tree, path)
  }

  async getFileHandle(name: string, { create = false } = {}): Promise<CopyFile> {
    const path = join(this.path, name)
    if (!create && !this.tree.isFile(path)) throw missing(path)
    return new CopyFile(this.tree, path)
  }

  /** Only what was never written can be taken away: the form deletes nothing of a working copy. */
  async removeEntry(name: string): Promise<void> {
    if (this.tree.isFile(join(this.path, name)))
      throw new DOMException('Mẫu soạn bài không xóa tệp của kho', 'NoModificationAllowedError')
  }
}

export class CopyFile {
  readonly kind = 'file'
  path: string
  name: string
  private readonly tree: CopyTree
  private draft: Blob | undefined

  constructor(tree: CopyTree, path: string) {
    this.tree = tree
    this.path = path
    this.name = path.split('/').at(-1) ?? ''
  }

  async getFile(): Promise<File> {
    const content = await this.content()
    return new File([content], this.name, { type: content.type })
  }

  /** What is written goes out when the file is closed under a name of its own. */
  async createWritable(): Promise<{
    write: (part: BlobPart | null | undefined) => Promise<void>
    close: () => Promise<void>
  }> {
    const parts: BlobPart[] = []
    return {
      write: async (part) => {
        if (part !== null && part !== undefined) parts.push(part)
      },
      close: async () => {
        this.draft = new Blob(parts)
        if (!isHidden(this.name)) await this.tree.write(this.path, this.draft)
      },
    }
  }

  /** The program writes beside, under a hidden name, and renames: only the renamed file reaches the working copy. */
  async move(folder: CopyFolder, name: string): Promise<void> {
    const content = await this.content()
    this.path = join(folder.path, name)
    this.name = name
    await this.tree.write(this.path, content)
  }

  private async content(): Promise<Blob> {
    return this.draft ?? this.tree.read(this.path)
  }
}

const isHidden = (name: string): boolean => name.startsWith('.')

const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)
