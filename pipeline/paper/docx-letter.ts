import { AlignmentType, BorderStyle, Paragraph, Table, TableLayoutType, TableRow, WidthType } from 'docx'
import { bodyParagraph, centred, NO_BORDERS, place, ruled, run, SIZE, WIDTH } from './docx-text.ts'
import { SAMPLE_WORDS } from './index-paper.ts'
import { dateInWords, numberInWords, withoutMark } from './letter-words.ts'
import type { Letter, Paper, Signer } from './paper.ts'

/** The national name in bold 13 is 88 mm wide and must stand in one line. */
const RIGHT = Math.round(WIDTH * 0.585)
const LEFT = WIDTH - RIGHT

const BOLD = { bold: true, size: SIZE.head }

/** Who issues it at the left, the state at the right, number and date below (Phụ lục I, phần I, mục II, khoản 1–4). */
export function letterHead(paper: Paper): Table {
  const { authorityAbove, authority } = paper.letter
  const left = [
    ...(authorityAbove === undefined ? [] : [centred(authorityAbove.toUpperCase(), { size: SIZE.head })]),
    centred(authority.toUpperCase(), BOLD),
    ruled(LEFT, 0.35),
  ]
  const right = [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', BOLD),
    centred('Độc lập - Tự do - Hạnh phúc', { bold: true, size: SIZE.body }),
    ruled(RIGHT, 0.66),
  ]
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [LEFT, RIGHT],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [
      new TableRow({ children: [place(LEFT, left), place(RIGHT, right)] }),
      new TableRow({
        children: [
          place(LEFT, [centred(numberInWords(paper.letter), { size: SIZE.head })]),
          place(RIGHT, [centred(dateInWords(paper), { italics: true, size: SIZE.head })]),
        ],
      }),
    ],
  })
}

/** Kind and subject, to whom, on what ground (khoản 5, 6 and 9). */
export function letterTitle({ genre, title, period, sample, letter }: Paper): Paragraph[] {
  const bold = { bold: true, size: SIZE.body }
  return [
    centred(genre.toUpperCase(), bold, { spacing: { before: 360 } }),
    centred(title, bold),
    centred(period, bold),
    ruled(WIDTH, 0.2),
    ...(sample ? [sampleNotice()] : []),
    ...recipients(letter),
    ...letter.grounds.map((ground, index) =>
      bodyParagraph(`Căn cứ ${withoutMark(ground)}${index === letter.grounds.length - 1 ? '.' : ';'}`, {
        italics: true,
      }),
    ),
  ]
}

const LINE = { style: BorderStyle.SINGLE, size: 6, space: 4 }

const sampleNotice = (): Paragraph =>
  centred(
    SAMPLE_WORDS,
    { bold: true, size: SIZE.table },
    { border: { top: LINE, bottom: LINE, left: LINE, right: LINE }, spacing: { before: 120, after: 180 } },
  )

function recipients({ recipients }: Letter): Paragraph[] {
  const [first, ...others] = recipients.map(withoutMark)
  if (first === undefined) return []
  const spacing = { before: 180, after: 180 }
  if (others.length === 0) return [centred(`Kính gửi: ${first}.`, {}, { spacing })]
  const line = (text: string) => new Paragraph({ indent: { left: 2600 }, children: [run(text)] })
  return [
    new Paragraph({ indent: { left: 1700 }, spacing: { before: 180 }, children: [run('Kính gửi:')] }),
    ...[first, ...others].map((each, index) => line(`- ${each}${index === others.length ? '.' : ';'}`)),
    new Paragraph({ children: [], spacing: { after: 60 } }),
  ]
}

/** Nơi nhận at the left, who signs at the right, with room for hand, seal and name (khoản 7–9). */
export function letterFoot({ letter }: Paper): Table[] {
  const { signers, copies } = letter
  const half = Math.floor(WIDTH / 2)
  if (signers.length <= 1)
    return [
      besideEachOther([place(half, copiesLines(copies)), place(WIDTH - half, signers.flatMap(signature))]),
    ]
  const part = Math.floor(WIDTH / signers.length)
  const hands = besideEachOther(signers.map((signer) => place(part, signature(signer))))
  return copies.length === 0 ? [hands] : [hands, besideEachOther([place(WIDTH, copiesLines(copies))])]
}

const besideEachOther = (children: TableRow['options']['children']): Table =>
  new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: children.map(() => Math.floor(WIDTH / children.length)),
    borders: NO_BORDERS,
    rows: [new TableRow({ cantSplit: true, children })],
  })

function copiesLines(copies: readonly string[]): Paragraph[] {
  if (copies.length === 0) return [new Paragraph({ children: [] })]
  const entries = copies.map(withoutMark)
  const line = (text: string) =>
    new Paragraph({
      alignment: AlignmentType.LEFT,
      keepNext: true,
      children: [run(text, { size: SIZE.small })],
    })
  return [
    new Paragraph({
      keepNext: true,
      children: [run('Nơi nhận:', { bold: true, italics: true, size: SIZE.table })],
    }),
    ...entries.map((each, index) => line(`- ${each}${index === entries.length - 1 ? '.' : ';'}`)),
  ]
}

/** Lines that are left free for hand and seal. */
const ROOM = 5

const signature = ({ capacity, office }: Signer): Paragraph[] => [
  ...(capacity === undefined ? [] : [centred(capacity.toUpperCase(), { bold: true }, { keepNext: true })]),
  centred(office.toUpperCase(), { bold: true }, { keepNext: true }),
  ...Array.from({ length: ROOM }, () => new Paragraph({ children: [] })),
]
