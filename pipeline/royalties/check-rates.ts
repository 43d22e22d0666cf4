import type { MeaningProblem } from '../regulation/check-regulation.ts'
import { groundOf, refsOf } from '../regulation/regulation.ts'
import { isExact, type RateTable } from './rates.ts'
import type { RoyaltyPortal } from './royalty-data.ts'

/** Everything that must hold of a rate table beyond its schema. @param name of its file, without `.yaml` */
export function checkRates(table: RateTable, name: string, portal: RoyaltyPortal): MeaningProblem[] {
  return [
    ...identity(table, name, portal),
    ...members(table, portal),
    ...namedByLaw(table, portal),
    ...unit(table),
    ...genres(table, portal),
    ...unpaidKinds(table),
  ]
}

function identity(table: RateTable, name: string, { id, regulation, cong }: RoyaltyPortal): MeaningProblem[] {
  const unknown = refsOf(table.basis).filter((ref) => !regulation.clauses.has(ref))
  return [
    ...(table.portal === id
      ? []
      : [
          {
            path: ['portal'],
            problem: `Mã \`${table.portal}\` khác tên thư mục`,
            fix: `ghi \`portal: ${id}\``,
          },
        ]),
    ...(table.validFrom === name
      ? []
      : [
          {
            path: ['validFrom'],
            problem: `Tên tệp không khớp với ngày ${table.validFrom}`,
            fix: `đặt tên tệp là ${table.validFrom}.yaml`,
          },
        ]),
    ...(table.sample && !cong.sample
      ? [
          {
            path: ['sample'],
            problem: 'Bảng mức này là mẫu, mức do người viết mẫu đặt ra; cổng thật không dùng để chi được',
            fix: 'ghi mức theo quyết định của cơ quan có thẩm quyền, rồi bỏ dòng sample',
          },
        ]
      : []),
    ...unknown.map((ref) => ({
      path: ['basis'],
      problem: `Quy chế không có điều khoản ${ref}`,
      fix: 'sửa ký hiệu điều khoản',
    })),
  ]
}

function members(table: RateTable, { roster }: RoyaltyPortal): MeaningProblem[] {
  const named: readonly (readonly [path: readonly (string | number)[], id: string | undefined])[] = [
    ...table.scoredBy.map((id, index) => [['scoredBy', index], id] as const),
    [['compiledBy'], table.compiledBy],
    [['accountant'], table.accountant],
    [['approvedBy'], table.approvedBy],
  ]
  return named.flatMap(([path, id]) =>
    id === undefined || roster.members.has(id)
      ? []
      : [
          {
            path,
            problem: `\`${id}\` không có trong ban-bien-tap.yaml`,
            fix: 'sửa mã, hoặc thêm chức danh, đơn vị này vào members',
          },
        ],
  )
}

/** Whom the regulation names stands above the table; whom it does not name, the table must call an assumption. */
function namedByLaw(table: RateTable, { regulation }: RoyaltyPortal): MeaningProblem[] {
  const law = regulation.law.royalties
  const differs = (path: string, said: string | undefined, found: readonly string[]): MeaningProblem[] =>
    law === undefined || said === undefined || found.every((id) => id === said)
      ? []
      : [
          {
            path: [path],
            problem: `Quy chế giao việc này cho \`${said}\`, bảng mức ghi ${found.map((id) => `\`${id}\``).join(', ')} (${groundOf(regulation, law)})`,
            fix: `ghi \`${said}\``,
          },
        ]
  const silent = law?.approver === undefined || law.compiledBy === undefined
  return [
    ...differs('scoredBy', law?.approver, table.scoredBy),
    ...differs('approvedBy', law?.approver, [table.approvedBy]),
    ...differs('compiledBy', law?.compiledBy, [table.compiledBy]),
    ...(silent && table.assumption === undefined
      ? [
          {
            path: ['scoredBy'],
            problem: 'Quy chế không nêu ai chấm, ai lập bảng; bảng mức chưa nói đó là giả định',
            fix: 'ghi `assumption` nói rõ điều tạm hiểu',
          },
        ]
      : []),
  ]
}

const unit = ({ unit: { percentOfBase, dong } }: RateTable): MeaningProblem[] =>
  (percentOfBase === undefined) === (dong === undefined)
    ? [
        {
          path: ['unit'],
          problem: 'Đơn giá phải ghi đúng một trong hai: percentOfBase, dong',
          fix: 'giữ một, bỏ một',
        },
      ]
    : []

const WAYS = ['coefficient', 'fixed', 'percentOfAuthor'] as const

function genres(table: RateTable, { regulation }: RoyaltyPortal): MeaningProblem[] {
  return table.genres.flatMap((genre, index) => {
    const at = (key: string, problem: string, fix: string): MeaningProblem => ({
      path: ['genres', index, key],
      problem,
      fix,
    })
    const range = genre.coefficient
    const ways = WAYS.filter((way) => genre[way] !== undefined)
    const strange = genre.kinds.filter((kind) => !regulation.kinds.has(kind))
    return [
      ...(table.genres.findIndex(({ id }) => id === genre.id) < index
        ? [at('id', `Mã \`${genre.id}\` dùng hai lần`, 'đặt mã khác')]
        : []),
      ...(ways.length === 1
        ? []
        : [
            at(
              'id',
              `«${genre.label}» phải có đúng một cách tính: ${WAYS.join(', ')}`,
              'ghi một cách tính, bỏ các cách khác',
            ),
          ]),
      ...(range && (range.min > range.max || !isExact(range.min) || !isExact(range.max))
        ? [at('coefficient', 'Khung hệ số ngược, hoặc có hơn hai chữ số thập phân', 'sửa min, max')]
        : []),
      ...(genre.role === 'author' && genre.percentOfAuthor !== undefined
        ? [
            at(
              'percentOfAuthor',
              'Nhuận bút tác giả không thể tính theo chính nó',
              'dùng coefficient hoặc fixed',
            ),
          ]
        : []),
      ...(genre.only && refsOf(genre.onlyBasis).length === 0
        ? [at('only', 'Chỉ trả cho một nhóm người mà không dẫn điều khoản', 'ghi onlyBasis')]
        : []),
      ...strange.map((kind) =>
        at('kinds', `Quy chế của cổng không có thể loại \`${kind}\``, 'bỏ thể loại này'),
      ),
    ]
  })
}

const unpaidKinds = ({ genres: paid, unpaid }: RateTable): MeaningProblem[] =>
  unpaid.flatMap(({ kinds }, index) =>
    kinds
      .filter((kind) => paid.some((genre) => genre.kinds.includes(kind)))
      .map((kind) => ({
        path: ['unpaid', index, 'kinds'],
        problem: `Thể loại \`${kind}\` vừa được trả vừa không được trả`,
        fix: 'bỏ ở một trong hai chỗ',
      })),
  )
