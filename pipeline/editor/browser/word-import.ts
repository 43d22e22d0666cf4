import type { FormCollection, FormConfig } from '../form-types.ts'
import type { TakenIn } from '../working-copy.ts'
import type { CopyTree } from './copy-tree.ts'
import { textOf } from './text-of.ts'

/** Puts a button over the form that makes an article of a Word file, a PDF or a letter, where the working copy is on this machine. */
export function offerWordImport(tree: CopyTree, { collections }: FormConfig): void {
  const dialog = document.createElement('dialog')
  dialog.id = 'nhap-word'
  dialog.setAttribute('aria-labelledby', 'nhap-word-ten')
  const open = textOf('button', 'Nhập tệp Word, PDF…') as HTMLButtonElement
  open.id = 'mo-nhap-word'
  open.type = 'button'
  open.addEventListener('click', () => {
    ask(dialog, tree, collections)
    dialog.showModal()
  })
  document.body.append(open, dialog)
}

function ask(dialog: HTMLDialogElement, tree: CopyTree, collections: readonly FormCollection[]): void {
  const form = document.createElement('form')
  const file = document.createElement('input')
  Object.assign(file, { type: 'file', required: true, accept: '.docx,.doc,.odt,.pdf,.eml' })
  const kind = choice([
    ['', 'Để máy xem trong tệp'],
    ...collections.map(({ name, label }) => [name, label] as const),
  ])
  const linhVuc = choice([['', 'Chọn sau'], ...choicesOfLinhVuc(collections)])
  form.append(
    field('Tệp trên máy: Word (.docx, .doc, .odt), PDF, thư (.eml)', file),
    field('Thể loại', kind),
    field('Lĩnh vực', linhVuc),
    buttons(button('Nhập', 'submit'), closing(dialog)),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const [chosen] = file.files ?? []
    if (chosen) take(dialog, tree, chosen, { kind: kind.value, linhVuc: linhVuc.value })
  })
  dialog.replaceChildren(
    title('Nhập tệp thành bài'),
    textOf(
      'p',
      'Chữ, bảng, danh sách, ảnh trong tệp thành bài mới trong thư mục làm việc. Có theo dõi sửa đổi (Track Changes) hay chữ ẩn thì máy không nhận và nói rõ chỗ.',
    ),
    form,
  )
}

async function take(
  dialog: HTMLDialogElement,
  tree: CopyTree,
  file: File,
  asked: { readonly kind: string; readonly linhVuc: string },
): Promise<void> {
  dialog.replaceChildren(title('Đang nhập…'), textOf('p', file.name))
  const taken = await tree.takeIn(file, asked)
  dialog.replaceChildren(...(taken.state === 'written' ? written(dialog, taken) : refused(dialog, taken.why)))
}

function written(
  dialog: HTMLDialogElement,
  { file, kind, taken, toDo }: Extract<TakenIn, { state: 'written' }>,
): HTMLElement[] {
  const open = button('Mở bài để xem lại', 'button')
  // The form reads the files of the working copy once, when somebody enters.
  open.addEventListener('click', () => {
    location.hash = `/collections/${kind}/entries/${addressOf(file)}`
    location.reload()
  })
  return [
    title(`Đã tạo ${file}`),
    textOf('p', 'Đã lấy:'),
    list(taken),
    textOf('p', 'Còn phải làm:'),
    list(toDo),
    buttons(open, closing(dialog)),
  ]
}

const refused = (dialog: HTMLDialogElement, why: readonly string[]): HTMLElement[] => [
  title('Chưa nhập được'),
  list(why),
  buttons(closing(dialog)),
]

/** `content/kep/tin-bai/xa-hoi/2026/a.md` as the program addresses it: below the folder of its collection. */
const addressOf = (file: string): string => file.replace(/\.md$/, '').split('/').slice(3).join('/')

type Option = { readonly value: string; readonly label: string }

function choicesOfLinhVuc(collections: readonly FormCollection[]): (readonly [string, string])[] {
  const all = collections.flatMap(
    ({ fields }) => (fields.find(({ name }) => name === 'linhVuc')?.options ?? []) as readonly Option[],
  )
  return [...new Map(all.map(({ value, label }) => [value, label]))]
}

function choice(options: readonly (readonly [string, string])[]): HTMLSelectElement {
  const select = document.createElement('select')
  select.append(...options.map(([value, label]) => new Option(label, value)))
  return select
}

function field(label: string, input: HTMLElement): HTMLElement {
  const made = textOf('label', label)
  made.append(input)
  return made
}

function title(words: string): HTMLElement {
  const made = textOf('h2', words)
  made.id = 'nhap-word-ten'
  return made
}

function list(items: readonly string[]): HTMLElement {
  const made = document.createElement('ul')
  made.append(...items.map((each) => textOf('li', each)))
  return made
}

function button(words: string, type: 'button' | 'submit'): HTMLButtonElement {
  const made = textOf('button', words) as HTMLButtonElement
  made.type = type
  return made
}

function closing(dialog: HTMLDialogElement): HTMLButtonElement {
  const made = button('Đóng', 'button')
  made.addEventListener('click', () => dialog.close())
  return made
}

function buttons(...all: readonly HTMLElement[]): HTMLElement {
  const made = document.createElement('div')
  made.append(...all)
  return made
}
