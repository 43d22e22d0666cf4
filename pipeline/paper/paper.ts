import type { Day, Instant } from '../calendar/local-time.ts'
import type { Cell, Column, Table } from '../tables/table.ts'

/**
 * A computed report, list or register before it has a format: who issues it to whom, what it says, and the items behind its figures.
 * `paperIn` makes HTML, XLSX, DOCX, Markdown or JSON of it. All text is plain; each format escapes it in its own way.
 */
export type Paper = {
  /** The portal's id, for the machine, and its name, for people. */
  readonly portal: { readonly id: string; readonly name: string }
  /** Tên loại: «Báo cáo», «Danh sách»; formats write it in capitals where the form asks for it. */
  readonly genre: string
  /** Trích yếu: «Kết quả hoạt động của Cổng thông tin điện tử …». */
  readonly title: string
  /** The period in words: «Tháng 11/2026». */
  readonly period: string
  /** The instant up to which it was counted. */
  readonly asOf: Instant
  /** Counted from the invented articles of a sample portal: every format says so at its head. */
  readonly sample: boolean
  /** «#rrggbb» of the portal, for the page and the charts; the red of seal ink where there is none. */
  readonly accent?: string
  readonly letter: Letter
  readonly blocks: readonly Block[]
  readonly catalogue: Catalogue
}

/** What makes an administrative letter of a paper (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export type Letter = {
  /** Cơ quan chủ quản trực tiếp, above the one that issues: «Ủy ban nhân dân phường …». */
  readonly authorityAbove?: string
  /** Cơ quan ban hành: «Ban Biên tập …». */
  readonly authority: string
  /** The number in the register of letters; a blank is left where there is none yet. */
  readonly number?: string
  /** Ký hiệu, after the number: «BC-BBT»; empty for a paper that is not sent, which has neither number nor date. */
  readonly symbol: string
  /** The place before the date: «Thành Đông». */
  readonly place: string
  /** Undefined: blanks are left for the day and the month. */
  readonly date: Day | undefined
  /** Kính gửi; none for a paper that is sent to nobody. */
  readonly recipients: readonly string[]
  /** Căn cứ, without the word and without the mark at the end: «Quyết định số … ban hành Quy chế …». */
  readonly grounds: readonly string[]
  /** From left to right; the last one answers for the paper. */
  readonly signers: readonly Signer[]
  /** Nơi nhận, in their order: «Như trên», «Lưu: VT, BBT». */
  readonly copies: readonly string[]
}

export type Signer = {
  /** Quyền hạn: «TM. BAN BIÊN TẬP», «KT. CHỦ TỊCH»; none for one who signs for himself. */
  readonly capacity?: string
  /** Chức vụ: «Trưởng ban», «Người lập danh sách». */
  readonly office: string
}

/** A part of the body, in the order in which it is read. */
export type Block =
  /** Formats number them: I., 1., a). */
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly entries: readonly string[] }
  /** `signed`: a list that is signed itself; its sheet of the workbook ends with the signatures. */
  | { readonly type: 'table'; readonly table: Table; readonly signed?: boolean }
  | { readonly type: 'chart'; readonly chart: Chart }

/**
 * A picture of columns of a table of the same paper, so that the two can never disagree. The first column of the table names
 * the bars or points; a table without rows has no chart.
 */
export type Chart = {
  readonly id: string
  readonly title: string
  /** `bar`: one bar a row and column; `stacked`: the columns of a row one after the other; `line`: rows are moments. */
  readonly kind: 'bar' | 'stacked' | 'line'
  /** The id of the table. */
  readonly table: string
  /** Ids of columns of numbers of one type. */
  readonly columns: readonly string[]
}

/** The items that figures open to, in the order in which they are numbered from 1. */
export type Catalogue = {
  /** «Danh mục tin, bài». */
  readonly title: string
  /** What the items' titles are called: «Tiêu đề». */
  readonly label: string
  /** The columns after the title. */
  readonly columns: readonly Column[]
  readonly items: readonly Item[]
}

export type Item = {
  /** As figures name it; the path of an article. */
  readonly id: string
  readonly title: string
  /** Where it can be read: an https address. */
  readonly address?: string
  /** One for each column of the catalogue. */
  readonly cells: readonly Cell[]
}

/** The formats a paper can be written in, by their endings. */
export const PAPER_FORMATS = ['html', 'xlsx', 'docx', 'json', 'md'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]
